import * as z from 'zod/mini';
import {
  abstainAnswer,
  bump,
  choiceResults,
  choiceSettings,
  choiceTable,
  emptyChoice,
  otherText,
  othersForRoom,
  refusesAbstain,
  refusesChoiceSpec,
  refusesPicks,
  type ChoiceTally,
} from './choice.ts';
import { choiceFinding, topTwo } from './choice-finding.ts';
import { abstains, otherWords, pickOption, saysOther } from './pretend.ts';
import { ABSTAIN_ID, OTHER_ID, type QuestionType } from './question-type.ts';

const answer = z.union([
  z.strictObject({ option: z.string() }),
  z.strictObject({ other: otherText }),
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
    if ('other' in given) return refusesPicks(spec, [], given.other, 'option');
    return refusesPicks(spec, [given.option], undefined, 'option');
  },
  empty: emptyChoice,
  add(tally, given, sign) {
    tally.ballots += sign;
    if ('abstain' in given) tally.abstained += sign;
    else if ('other' in given) {
      tally.other += sign;
      bump(tally.others, given.other, sign, false);
    } else bump(tally.counts, given.option, sign, true);
    return tally;
  },
  forRoom: othersForRoom,
  results: choiceResults,
  table: choiceTable,
  labels(spec, given) {
    if ('abstain' in given) return [];
    if ('other' in given) return [given.other];
    return spec.options.filter(({ id }) => id === given.option).map(({ label }) => label);
  },
  columns: () => [],
  row: () => [],
  finding(spec, tally, room) {
    const top = topTwo(spec, tally);
    return choiceFinding(top && { ...top, onlyA: top.a, onlyB: top.b }, tally, room);
  },
  pretend(spec, mind) {
    if (abstains(spec, mind)) return { abstain: true };
    return saysOther(spec, mind)
      ? { other: otherWords(mind) }
      : { option: pickOption(spec.options, mind)?.id ?? '' };
  },
};
