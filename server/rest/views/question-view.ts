import * as z from 'zod/mini';
import { latestVersion, type Question } from '../../../shared/question.ts';
import type { AskingStore } from '../../store/store.ts';
import { iso } from '../times.ts';
import { optionSchema, settingsSchema } from './asking-view.ts';

const version = {
  version: z.int(),
  prompt: z.string(),
  options: z.array(optionSchema),
  settings: settingsSchema,
  createdAt: z.string(),
};
const facts = { id: z.string(), type: z.string(), ...version, updatedAt: z.string() };

export const questionSchema = z.object({
  ...facts,
  versions: z.array(z.object(version)),
  askings: z.array(
    z.object({
      id: z.string(),
      eventId: z.string(),
      eventTitle: z.string(),
      startsOn: z.nullable(z.string()),
      openedAt: z.nullable(z.string()),
      version: z.int(),
      ballots: z.int(),
      state: z.enum(['waiting', 'open', 'closed']),
    }),
  ),
});
const questionRowSchema = z.object({ ...facts, versionCount: z.int(), askingCount: z.int() });
export const questionPageSchema = z.object({
  items: z.array(questionRowSchema),
  cursor: z.nullable(z.string()),
});

export type TimesAsked = Awaited<ReturnType<AskingStore['ofQuestion']>>;

export function questionView(question: Question, asked: TimesAsked): z.infer<typeof questionSchema> {
  const versions = question.versions.map((each) => ({ ...each, createdAt: iso(each.createdAt) }));
  return { ...factsOf(question), versions, askings: asked.map(timeAsked) };
}

export function questionRow(question: Question, timesAsked: number): z.infer<typeof questionRowSchema> {
  return { ...factsOf(question), versionCount: question.versions.length, askingCount: timesAsked };
}

function factsOf(question: Question) {
  const { prompt, options, settings, version: newest } = latestVersion(question);
  return {
    id: question.id,
    type: question.type,
    version: newest,
    prompt,
    options,
    settings,
    createdAt: iso(question.createdAt),
    updatedAt: iso(question.updatedAt),
  };
}

function timeAsked({ asking, event, ballots }: TimesAsked[number]) {
  return {
    id: asking.id,
    eventId: event.id,
    eventTitle: event.title,
    startsOn: event.startsOn,
    openedAt: asking.openedAt === null ? null : iso(asking.openedAt),
    version: asking.questionVersion,
    ballots,
    state: asking.state,
  };
}
