import * as z from 'zod/mini';
import { latestVersion, type Question } from '../../../shared/question.ts';
import { translations as translationsSchema } from '../../../shared/schemas.ts';
import type { TallyBase } from '../../../shared/questions/question-type.ts';
import type { AskingStore } from '../../store/store.ts';
import { iso } from '../../times.ts';
import { conditionsSchema, handsSchema, optionSchema, settingsSchema } from './asking-view.ts';

const version = {
  version: z.int(),
  prompt: z.string(),
  options: z.array(optionSchema),
  settings: settingsSchema,
  translations: translationsSchema,
  createdAt: z.string(),
};
const change = z.nullable(z.enum(['correction', 'new-meaning']));
const facts = { id: z.string(), type: z.string(), ...version, isPublic: z.boolean(), updatedAt: z.string() };

export const questionSchema = z.object({
  ...facts,
  versions: z.array(z.object({ ...version, change })),
  askings: z.array(
    z.object({
      id: z.string(),
      eventId: z.string(),
      eventTitle: z.string(),
      startsOn: z.nullable(z.string()),
      place: z.nullable(z.string()),
      audience: z.nullable(z.string()),
      audienceTags: z.array(z.string()),
      roomSize: z.nullable(z.object({ low: z.int(), high: z.int() })),
      openedAt: z.nullable(z.string()),
      version: z.int(),
      ballots: z.int(),
      joined: z.int(),
      conditions: z.nullable(conditionsSchema),
      /** By option id; null where it is not a choice. */
      counts: z.nullable(z.record(z.string(), z.int())),
      hands: handsSchema,
      setAside: z.nullable(z.string()),
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
  const { prompt, options, settings, translations, version: newest } = latestVersion(question);
  return {
    id: question.id,
    type: question.type,
    version: newest,
    prompt,
    options,
    settings,
    translations,
    isPublic: question.isPublic,
    createdAt: iso(question.createdAt),
    updatedAt: iso(question.updatedAt),
  };
}

function timeAsked({ asking, tally, event, ballots }: TimesAsked[number]) {
  return {
    id: asking.id,
    eventId: event.id,
    eventTitle: event.title,
    startsOn: event.startsOn,
    place: event.place,
    audience: event.audience,
    audienceTags: event.audienceTags,
    roomSize: event.roomSize,
    openedAt: asking.openedAt === null ? null : iso(asking.openedAt),
    version: asking.questionVersion,
    // Hands are no ballots.
    ballots: asking.hands ? 0 : ballots,
    joined: asking.hands ? 0 : Math.max(asking.joined, ballots),
    conditions: asking.conditions,
    counts: countsOf(tally),
    hands: asking.hands,
    setAside: asking.setAside,
    state: asking.state,
  };
}

function countsOf(tally: TallyBase | null): Record<string, number> | null {
  return tally && 'counts' in tally ? (tally.counts as Record<string, number>) : null;
}
