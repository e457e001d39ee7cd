import * as z from 'zod/mini';
import {
  abstainAnswer,
  choiceResults,
  choiceSettings,
  choiceTable,
  choiceTexts,
  emptyChoice,
  otherText,
  refusesAbstain,
  refusesChoiceSpec,
  refusesPicks,
  type ChoiceTally,
} from './choice.ts';
import { CHOICE_RULES, choiceFinding, topTwo } from './choice-finding.ts';
import { bump } from './counts.ts';
import { oneHandEach } from './hands.ts';
import { abstains, withWhy, otherWords, pickOption, saysOther } from './pretend.ts';
import { addWhy, readChoice, refusesWhy, whyCell, whyColumn, whyText } from './why.ts';
import { ABSTAIN_ID, OTHER_ID, type QuestionType } from './question-type.ts';

const answer = z.union([
  z.strictObject({ option: z.string(), why: whyText }),
  z.strictObject({ other: otherText, why: whyText }),
  abstainAnswer,
]);

export type SingleAnswer = z.infer<typeof answer>;

/** Single choice: one option, or words of one's own where offered. */
export const single: QuestionType<SingleAnswer, ChoiceTally> = {
  name: 'single',
  takesOptions: true,
  settings: z.strictObject(choiceSettings),
  answer,
  comparedBy: 'shares',
  picks: 'one',
  pickedIds(given) {
    if ('abstain' in given) return [ABSTAIN_ID];
    return 'other' in given ? [OTHER_ID] : [given.option];
  },
  refusesSpec: refusesChoiceSpec,
  refuses(spec, given) {
    if ('abstain' in given) return refusesAbstain(spec);
    const picks =
      'other' in given
        ? refusesPicks(spec, [], given.other, 'option')
        : refusesPicks(spec, [given.option], undefined, 'option');
    return [...picks, ...refusesWhy(spec, given.why)];
  },
  empty: emptyChoice,
  add(tally, given, sign) {
    tally.ballots += sign;
    if ('abstain' in given) tally.abstained += sign;
    else if ('other' in given) {
      tally.other += sign;
      bump(tally.others, given.other, sign, false);
    } else bump(tally.counts, given.option, sign, true);
    if (!('abstain' in given)) addWhy(tally, single.pickedIds(given), given.why, sign);
    return tally;
  },
  forRoom: readChoice,
  texts: { ...choiceTexts, withoutReasons },
  results: choiceResults,
  table: choiceTable,
  labels(spec, given) {
    if ('abstain' in given) return [];
    if ('other' in given) return [given.other];
    return spec.options.filter(({ id }) => id === given.option).map(({ label }) => label);
  },
  columns: whyColumn,
  row: (spec, given) => whyCell(spec, 'abstain' in given ? undefined : given.why),
  finding(spec, tally, room) {
    const top = topTwo(spec, tally);
    return choiceFinding(top && { ...top, onlyA: top.a, onlyB: top.b }, tally, room);
  },
  rules: CHOICE_RULES,
  ofHands: oneHandEach,
  pretend(spec, mind) {
    if (abstains(spec, mind)) return { abstain: true };
    if (saysOther(spec, mind)) return withWhy({ other: otherWords(mind) }, spec, mind);
    return withWhy({ option: pickOption(spec.options, mind)?.id ?? '' }, spec, mind);
  },
};

function withoutReasons(given: SingleAnswer): SingleAnswer {
  if ('abstain' in given) return given;
  return 'other' in given ? { other: given.other } : { option: given.option };
}
