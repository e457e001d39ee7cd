import * as z from 'zod/mini';
import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';
import {
  abstainAnswer,
  choiceResults,
  choiceSettings,
  choiceTable,
  choiceTexts,
  emptyChoice,
  MAX_OPTIONS,
  otherText,
  refusesAbstain,
  refusesChoiceSpec,
  refusesPicks,
  type ChoiceTally,
} from './choice.ts';
import { CHOICE_RULES, choiceFinding, topTwo } from './choice-finding.ts';
import { bump } from './counts.ts';
import { severalHandsEach } from './hands.ts';
import { abstains, withWhy, otherWords, pickSeveral, saysOther } from './pretend.ts';
import { addWhy, readChoice, refusesWhy, whyCell, whyColumn, whyText } from './why.ts';
import { ABSTAIN_ID, OTHER_ID, type PretendMind, type QuestionType } from './question-type.ts';

const picks = z.array(z.string()).check(z.maxLength(MAX_OPTIONS));
const answer = z.union([
  z.strictObject({ options: picks, other: z.optional(otherText), why: whyText }),
  abstainAnswer,
]);
const pickLimit = z.optional(z.int().check(z.minimum(1), z.maximum(MAX_OPTIONS + 1)));

export type MultipleAnswer = z.infer<typeof answer>;

/** Besides the counts, how often each set of options was picked: pairs are compared on ballots with exactly one of them. */
export interface MultipleTally extends ChoiceTally {
  /** Sorted option ids joined by a space → ballots. */
  patterns: Record<string, number>;
}

/** Multiple choice: at most, at least or exactly n picks; "other" is one of them. */
export const multiple: QuestionType<MultipleAnswer, MultipleTally> = {
  name: 'multiple',
  takesOptions: true,
  settings: z.strictObject({ ...choiceSettings, min: pickLimit, max: pickLimit }),
  answer,
  comparedBy: 'shares',
  picks: 'several',
  pickedIds(given) {
    if ('abstain' in given) return [ABSTAIN_ID];
    return given.other === undefined ? given.options : [...given.options, OTHER_ID];
  },
  refusesSpec: (spec) => [...refusesChoiceSpec(spec), ...refusesLimits(spec)],
  refuses(spec, given) {
    if ('abstain' in given) return refusesAbstain(spec);
    return [
      ...refusesPicks(spec, given.options, given.other, 'options'),
      ...refusesNumber(spec, picked(given)),
      ...refusesWhy(spec, given.why),
    ];
  },
  empty: (spec) => ({ ...emptyChoice(spec), patterns: {} }),
  add(tally, given, sign) {
    tally.ballots += sign;
    if ('abstain' in given) {
      tally.abstained += sign;
      return tally;
    }
    for (const id of given.options) bump(tally.counts, id, sign, true);
    if (given.other !== undefined) {
      tally.other += sign;
      bump(tally.others, given.other, sign, false);
    }
    bump(tally.patterns, [...given.options].sort().join(' '), sign, false);
    addWhy(tally, multiple.pickedIds(given), given.why, sign);
    return tally;
  },
  // Patterns are for statistics; with twelve options they are many, and a screen needs none of them.
  forRoom: (tally, sight) => ({ ...readChoice(tally, sight), patterns: {} }),
  texts: { ...choiceTexts, withoutReasons },
  results: choiceResults,
  table: choiceTable,
  labels(spec, given) {
    if ('abstain' in given) return [];
    const labels = spec.options
      .filter(({ id }) => given.options.some((pick) => pick === id))
      .map(({ label }) => label);
    return given.other === undefined ? labels : [...labels, given.other];
  },
  columns: (spec) => [...spec.options.map(({ label }) => label), ...whyColumn(spec)],
  row(spec, given) {
    if ('abstain' in given) return [...spec.options.map(() => ''), ...whyCell(spec, undefined)];
    const ticks = spec.options.map(({ id }) => (given.options.some((pick) => pick === id) ? '1' : '0'));
    return [...ticks, ...whyCell(spec, given.why)];
  },
  finding(spec, tally, room) {
    const top = topTwo(spec, tally);
    return choiceFinding(top && { ...top, ...onlyOneOf(tally, top.first.id, top.second.id) }, tally, room);
  },
  rules: CHOICE_RULES,
  ofHands: (spec, hands) => ({ ...severalHandsEach(spec, hands), patterns: {} }),
  pretend(spec, mind) {
    if (abstains(spec, mind)) return { abstain: true };
    const picks = howMany(spec, mind);
    const isOther = saysOther(spec, mind) || picks > spec.options.length;
    const options = pickSeveral(spec.options, isOther ? picks - 1 : picks, mind);
    return withWhy(isOther ? { options, other: otherWords(mind) } : { options }, spec, mind);
  },
};

function withoutReasons(given: MultipleAnswer): MultipleAnswer {
  if ('abstain' in given) return given;
  const { why: _why, ...kept } = given;
  return kept;
}

/** At least `min`, at most `max`; where the question leaves it open, two or so. */
function howMany(spec: QuestionSpec, { random }: PretendMind): number {
  const { min, max } = limits(spec);
  let picks = min;
  while (picks < max && random() < 0.45) picks += 1;
  return picks;
}

function picked(given: { options: string[]; other?: string | undefined }): number {
  return given.options.length + (given.other === undefined ? 0 : 1);
}

function limits(spec: QuestionSpec): { min: number; max: number } {
  const most = spec.options.length + (spec.settings['other'] === true ? 1 : 0);
  const { min, max } = spec.settings;
  return { min: typeof min === 'number' ? min : 1, max: typeof max === 'number' ? max : most };
}

function refusesLimits(spec: QuestionSpec): FieldError[] {
  const { min, max } = limits(spec);
  const most = spec.options.length + (spec.settings['other'] === true ? 1 : 0);
  if (min > max) return [{ path: 'settings.min', message: 'At least cannot be more than at most.' }];
  return max > most ? [{ path: 'settings.max', message: `There are only ${most} to pick from.` }] : [];
}

function refusesNumber(spec: QuestionSpec, n: number): FieldError[] {
  const { min, max } = limits(spec);
  if (n < min)
    return [{ path: 'options', message: min === 1 ? 'Pick at least one.' : `Pick at least ${min}.` }];
  return n > max ? [{ path: 'options', message: `Pick at most ${max}.` }] : [];
}

function onlyOneOf(tally: MultipleTally, first: string, second: string): { onlyA: number; onlyB: number } {
  let onlyA = 0;
  let onlyB = 0;
  for (const [pattern, ballots] of Object.entries(tally.patterns)) {
    const ids = pattern.split(' ');
    const hasFirst = ids.includes(first);
    const hasSecond = ids.includes(second);
    if (hasFirst && !hasSecond) onlyA += ballots;
    if (hasSecond && !hasFirst) onlyB += ballots;
  }
  return { onlyA, onlyB };
}
