import type { EventId } from '../../shared/ids.ts';
import { comparedQuestions } from '../../shared/live-event.ts';
import type { Question } from '../../shared/question.ts';
import { Refused } from '../../shared/result.ts';
import { UNASKED } from '../../shared/asking.ts';
import { LOBBY } from '../../shared/stage.ts';
import type { Store, StoredEvent } from '../store/store.ts';

/** An event with the questions it asks or compares, as stored. */
export interface EventFile extends StoredEvent {
  questions: Question[];
  /** It is being rehearsed: what stands here is as it was before. */
  isRehearsed: boolean;
}

/** Askings in running order; questions each once, in the order in which they first come. */
export async function readEventFile(store: Store, id: EventId): Promise<EventFile> {
  const found = await store.events.load(id);
  if (!found) throw new Refused('NOT_FOUND', 'There is no such event.');
  const isRehearsed = found.event.isRehearsal;
  const stored = isRehearsed ? unrehearsed(found) : found;
  const place = new Map<string, number>(stored.event.order.map((id, index) => [id, index]));
  const askings = stored.askings.toSorted(
    (a, b) => (place.get(a.asking.id) ?? 0) - (place.get(b.asking.id) ?? 0),
  );
  const asked = askings.map(({ asking }) => asking.questionId);
  const { questionId } = stored.stage;
  const ids = [
    ...new Set([...asked, ...comparedQuestions(stored.event.order), ...(questionId ? [questionId] : [])]),
  ];
  const many = await store.questions.many(ids);
  const questions = ids.flatMap((questionId) => many.find((question) => question.id === questionId) ?? []);
  return { ...stored, askings, questions, isRehearsed };
}

/** [RE3] Nothing of a rehearsal leaves in a file. */
function unrehearsed({ event, askings }: StoredEvent): StoredEvent {
  return {
    event: { ...event, isRehearsal: false, state: 'draft' },
    stage: LOBBY,
    askings: askings.map(({ asking }) => ({ asking: { ...asking, ...UNASKED }, tally: null })),
  };
}
