import { DEFAULT_ASKING_SETTINGS, type Asking, type Opening } from '../../shared/asking.ts';
import type { AskingId, EventId, OptionId, QuestionId, RandomBytes } from '../../shared/ids.ts';
import type { QuestionSettings, QuestionSpec } from '../../shared/question.ts';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';

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
    number: null,
    state: 'waiting',
    shown: false,
    settings: DEFAULT_ASKING_SETTINGS,
    conditions: null,
    openedAt: null,
    closedAt: null,
    closesAt: null,
    joined: 0,
    shownOthers: [],
    ...fields,
  };
}

export function anOpening(fields: Partial<Opening> = {}): Opening {
  return { now: 1000, shuffled: false, nextNumber: 1, ...fields };
}

/** Bytes that count upwards and around: different each time, the same in every run. */
export function countingBytes(): RandomBytes {
  let next = 0;
  return (length) => Uint8Array.from({ length }, () => next++ % 256);
}
