import type { Comparison, PointDifference, Verdict } from '../../../shared/comparison/comparison.ts';
import { t } from '../../words/words.svelte.ts';

/** The line between two times asked, for one option. */
export interface PairLine {
  /** Broken where groups or options are not alike. */
  isBroken: boolean;
  words: string;
  isClear: boolean;
}

const WORDS = {
  shift: 'line.shift',
  difference: 'line.difference',
  chance: 'line.chance',
} as const;

/** Null where nothing joins the two: they cannot be compared, or the options changed under all answers. */
export function pairLine(
  { differences }: Pick<Comparison, 'differences'>,
  from: string,
  to: string,
  optionId: string,
): PairLine | null {
  const pair = differences.find((each) => each.from === from && each.to === to);
  const verdict = verdictOf(pair, optionId);
  if (!pair || verdict === undefined || verdict === 'options-changed' || verdict === 'not-comparable')
    return null;
  return { isBroken: !pair.isAlike, words: t(WORDS[verdict]), isClear: verdict !== 'chance' };
}

function verdictOf(pair: PointDifference | undefined, optionId: string): Verdict | undefined {
  return pair?.options.find((option) => option.optionId === optionId)?.verdict;
}
