import * as z from 'zod/mini';
import {
  abstainAnswer,
  bump,
  choiceResults,
  choiceSettings,
  emptyChoice,
  otherText,
  othersForRoom,
  refusesAbstain,
  refusesChoiceSpec,
  refusesPicks,
  type ChoiceTally,
} from './choice.ts';
import { choiceFinding, topTwo } from './choice-finding.ts';
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
    const counted = { ...tally, ballots: tally.ballots + sign };
    if ('abstain' in given) return { ...counted, abstained: tally.abstained + sign };
    if ('other' in given)
      return { ...counted, other: tally.other + sign, others: bump(tally.others, given.other, sign, false) };
    return { ...counted, counts: bump(tally.counts, given.option, sign, true) };
  },
  forRoom: othersForRoom,
  results: choiceResults,
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
};
