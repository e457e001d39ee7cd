import type * as z from 'zod/mini';
import type { EventRight } from '../shared/access.ts';
import type { AskingId, QuestionId } from '../shared/ids.ts';
import type { StopId } from '../shared/live-event.ts';
import type { Question } from '../shared/question.ts';
import { ok, refused, type Result } from '../shared/result.ts';
import type { askingAdd } from '../shared/schemas.ts';
import { addQuestion, type Making } from './add-question.ts';
import type { LiveEventHost } from './live-event-host.ts';
import type { LiveEventHosts } from './live-event-hosts.ts';

type Asked = z.infer<typeof askingAdd>;

interface Asker {
  by: string | null;
  may: readonly EventRight[];
}

/**
 * [HA7] A question put in mid-talk, right after a stop: a new one, or one of this event once more, set up as it was there.
 * `open` opens it at once.
 */
export async function askNow(
  context: Making & { hosts: LiveEventHosts },
  host: LiveEventHost,
  asked: Asked,
  { by, may }: Asker,
): Promise<Result<{ askingId: AskingId }>> {
  const able = host.mayAsk();
  if (!able.ok) return able;
  // Whose question it is tells what was asked elsewhere: only those who organise know other events.
  const isOther = 'questionId' in asked && !host.isAbout(asked.questionId as QuestionId);
  if (isOther && !may.includes('organise')) return refused('FORBIDDEN');
  const question = await questionOf(context, asked, by);
  if (!question) return refused('NOT_FOUND', 'There is no such question.');
  const before = host.askings().findLast(({ questionId }) => questionId === question.id);
  const asking = context.hosts.newAsking(host.id, question, before?.settings);
  const added = await host.addAsking(asking, question, by, asked.after as StopId | null | undefined);
  if (!added.ok) return added;
  const opened = asked.open ? await host.open(asking.id, {}, by) : added;
  return opened.ok ? ok({ askingId: asking.id }) : opened;
}

async function questionOf(context: Making, asked: Asked, by: string | null): Promise<Question | undefined> {
  if ('question' in asked) return addQuestion(context, asked.question, by);
  const [question] = await context.store.questions.many([asked.questionId as QuestionId]);
  return question;
}
