import type { Asking, Hands } from './asking.ts';
import type { QuestionSpec } from './question.ts';
import { handsIn } from './questions/hands.ts';
import type { TallyBase } from './questions/question-type.ts';
import { questionType } from './questions/registry.ts';
import { ok, refused, type FieldError, type Result } from './result.ts';

/** How hands were counted, as *way of counting* says it: never the same as ballots. */
export const HANDS_COUNTED = 'hands, counted by the presenter';

/** [HA1] Whether hands can answer a question. */
export function takesHands({ type }: Pick<QuestionSpec, 'type'>): boolean {
  return questionType(type).ofHands !== undefined;
}

/** The tally that hands come to. */
export function tallyOfHands(spec: QuestionSpec, hands: Hands): TallyBase {
  const tally = questionType(spec.type).ofHands?.(spec, hands);
  if (!tally) throw new Error(`hands cannot answer a question of the type ${spec.type}`);
  return tally;
}

export interface HandCount {
  hands: Hands;
  /** Ballots that phones have cast for it. */
  ballots: number;
  now: number;
  /** The number it gets if it was never asked before. */
  nextNumber: number;
}

/**
 * [HA2] Hands and ballots never stand in one asking. [HA4] With hands it is closed and nobody votes; it is revealed like any
 * other. [HA5] Counting again replaces what was counted.
 */
export function countHands(asking: Asking, spec: QuestionSpec, count: HandCount): Result<Asking> {
  const { hands, now } = count;
  if (!takesHands(spec))
    return refused(
      'STATE_CONFLICT',
      'Hands can be counted where people choose one or several of the options.',
    );
  if (count.ballots > 0)
    return refused(
      'STATE_CONFLICT',
      'Phones have answered this question, and their votes stay as they are. Ask it again and count the hands there.',
    );
  const errors = wrongHands(spec, hands);
  if (errors.length > 0) return refused('INVALID', errors[0]?.message, { errors });
  return ok({
    ...asking,
    hands,
    state: 'closed',
    number: asking.number ?? count.nextNumber,
    // Nobody voted under any conditions.
    conditions: null,
    openedAt: asking.openedAt ?? now,
    closedAt: now,
    closesAt: null,
    joined: 0,
  });
}

/** [HA3] Hands are for options of the question, and not more than those who were there. */
export function wrongHands(spec: QuestionSpec, { counts, present }: Hands): FieldError[] {
  const errors: FieldError[] = Object.keys(counts)
    .filter((id) => !spec.options.some((option) => option.id === id))
    .map((id) => ({ path: `counts.${id}`, message: 'That option is not part of this question.' }));
  const least = leastPeople(spec, counts);
  if (present !== null && present < least)
    errors.push({ path: 'present', message: `At least ${least} people raised a hand.` });
  return errors;
}

function leastPeople({ type }: QuestionSpec, counts: Hands['counts']): number {
  return questionType(type).picks === 'one' ? handsIn(counts) : Math.max(0, ...Object.values(counts));
}
