import * as z from 'zod/mini';
import type { Asking } from '../../../shared/asking.ts';
import type { QuestionSpec } from '../../../shared/question.ts';
import type { LiveEventHost } from '../../live-event-host.ts';
import { iso, isoOrNull } from '../../times.ts';

const time = z.string();
export const optionSchema = z.object({
  id: z.string(),
  label: z.string(),
  picture: z.optional(z.string()),
});
export const settingsSchema = z.record(z.string(), z.unknown());

export const conditionsSchema = z.object({
  barsVisible: z.boolean(),
  lastResultVisible: z.boolean(),
  shuffled: z.boolean(),
  changeAllowed: z.boolean(),
  seconds: z.nullable(z.number()),
  duplicateControl: z.enum(['device', 'ticket']),
  pace: z.enum(['presenter', 'self']),
  reach: z.enum(['room', 'link']),
});

export const handsSchema = z.nullable(
  z.object({ counts: z.record(z.string(), z.int()), present: z.nullable(z.int()) }),
);

export const askingSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  questionId: z.string(),
  questionVersion: z.int(),
  number: z.nullable(z.int()),
  state: z.enum(['waiting', 'open', 'closed']),
  shown: z.boolean(),
  type: z.string(),
  prompt: z.string(),
  options: z.array(optionSchema),
  questionSettings: settingsSchema,
  settings: z.object({
    barsWhileVoting: z.boolean(),
    lastResultWhileVoting: z.boolean(),
    changeAllowed: z.boolean(),
    seconds: z.nullable(z.number()),
    closeAtEnd: z.boolean(),
    showFinding: z.boolean(),
  }),
  conditions: z.nullable(conditionsSchema),
  openedAt: z.nullable(time),
  closedAt: z.nullable(time),
  closesAt: z.nullable(time),
  ballots: z.int(),
  joined: z.int(),
  hands: handsSchema,
  setAside: z.nullable(z.string()),
  late: z.int(),
  said: z.nullable(z.string()),
});

export type AskingView = z.infer<typeof askingSchema>;

export function askingView(host: LiveEventHost, asking: Asking): AskingView {
  const { openedAt, closedAt, closesAt, ...facts } = asking;
  return {
    ...facts,
    ...questionPart(host.specOf(asking.id)),
    openedAt: isoOrNull(openedAt),
    closedAt: isoOrNull(closedAt),
    closesAt: isoOrNull(closesAt),
    // Hands are no ballots.
    ballots: asking.hands ? 0 : host.ballotsOf(asking.id),
    joined: host.joinedOf(asking.id),
    late: host.lateOf(asking.id),
  };
}

function questionPart({
  type,
  prompt,
  options,
  settings,
}: QuestionSpec): Pick<AskingView, 'type' | 'prompt' | 'options' | 'questionSettings'> {
  return { type, prompt, options, questionSettings: settings };
}

export const receiptSchema = z.object({ revision: z.int(), castAt: time, saved: z.literal(true) });

export function receiptView(receipt: { revision: number; castAt: number }): z.infer<typeof receiptSchema> {
  return { revision: receipt.revision, castAt: iso(receipt.castAt), saved: true };
}
