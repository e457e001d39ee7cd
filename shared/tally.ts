import type { CastOutcome } from './ballot.ts';
import type { QuestionSpec } from './question.ts';
import type { TallyBase } from './questions/question-type.ts';
import { questionType } from './questions/registry.ts';

/** [TA1] A tally moves by what each ballot changed: −old +new. Repeats and stale ballots move nothing. */
export function foldOutcome(spec: QuestionSpec, tally: TallyBase, outcome: CastOutcome): TallyBase {
  if (outcome.kind !== 'counted') return tally;
  const type = questionType(spec.type);
  const without = outcome.old ? type.add(tally, outcome.old.answer, -1) : tally;
  return type.add(without, outcome.new.answer, 1);
}

/** [TA2] A tally is always what its ballots add up to. */
export function recount(spec: QuestionSpec, answers: Iterable<unknown>): TallyBase {
  const type = questionType(spec.type);
  let tally = type.empty(spec);
  for (const answer of answers) tally = type.add(tally, answer, 1);
  return tally;
}
