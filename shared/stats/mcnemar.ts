import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { type PairCounts, pairsOf } from './newcombe-paired.ts';

/**
 * McNemar's exact test: the two-sided p, 0 to 1, that as many who changed their answer would have changed it so unevenly
 * if either way were as likely. 1 where nobody changed.
 * Source: McNemar Q (1947), Psychometrika 12:153–157; exact, as in Agresti A (2013), Categorical Data Analysis, § 11.1.
 */
export function mcnemar(pairs: PairCounts): number {
  pairsOf(pairs);
  const changed = pairs.onlyFirst + pairs.onlySecond;
  return Math.min(1, 2 * binomialCdf(Math.min(pairs.onlyFirst, pairs.onlySecond), changed, 0.5));
}
