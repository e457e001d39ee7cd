import {
  DEFAULT_ASKING_SETTINGS,
  DEFAULT_CONDITIONS,
  UNASKED,
  type Asking,
  type Opening,
} from '../../shared/asking.ts';
import type { AskingId, EventId, OptionId, QuestionId, RandomBytes } from '../../shared/ids.ts';
import type { QuestionSettings, QuestionSpec } from '../../shared/question.ts';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import { sightOfRoom, type TextSight } from '../../shared/questions/written-text.ts';

/** A question with options `a`, `b`, … whose labels are `A`, `B`, … */
export function aSpec(
  type: QuestionTypeName,
  options = 3,
  settings: QuestionSettings = { other: true, abstain: true },
): QuestionSpec {
  const letters = [...'abcdefghijklmnop'].slice(0, options);
  return {
    type,
    prompt: 'Which?',
    options: letters.map((letter) => ({ id: letter as OptionId, label: letter.toUpperCase() })),
    settings,
  };
}

/** An asking that waits. */
export function anAsking(fields: Partial<Asking> = {}): Asking {
  return {
    id: 'asking' as AskingId,
    eventId: 'event' as EventId,
    questionId: 'question' as QuestionId,
    questionVersion: 1,
    ...UNASKED,
    settings: DEFAULT_ASKING_SETTINGS,
    ...fields,
  };
}

export function anOpening(fields: Partial<Opening> = {}): Opening {
  return { now: 1000, shuffled: false, nextNumber: 1, ...DEFAULT_CONDITIONS, ...fields };
}

/** What a room sees once an organiser has shown these, of texts that wait. */
export function showing(...texts: string[]): TextSight {
  const decisions = texts.map(
    (text, at) => [text, { text, shown: true, group: null, decidedAt: at }] as const,
  );
  return sightOfRoom(true, new Map(decisions), () => false);
}

/** Bytes that count upwards and around: different each time, the same in every run. */
export function countingBytes(): RandomBytes {
  let next = 0;
  return (length) => Uint8Array.from({ length }, () => next++ % 256);
}
