/** A two-by-two table: two rows of two counts. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/** Tables as likely as the one seen count as such in spite of rounding. */
const AS_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test of a two-by-two table: the two-sided p, 0 to 1, of all tables with the same margins that are no
 * likelier than the one seen. 1 where a margin is 0.
 * Source: Fisher RA (1935), The Design of Experiments, ch. II; two-sided by point probability as in Agresti A (2013),
 * Categorical Data Analysis, § 3.5.
 */
export function fisher(table: TwoByTwo): number {
  const [[a, b], [c, d]] = table;
  for (const count of [a, b, c, d])
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`There is no count of ${count}.`);
  const weights = weightsOf(a + b, c + d, a + c);
  const seen = (weights.get(a) ?? 0) * AS_LIKELY;
  let asFar = 0;
  let all = 0;
  for (const weight of weights.values()) {
    all += weight;
    if (weight <= seen) asFar += weight;
  }
  return asFar / all;
}

/** How likely each count of the first cell is, the likeliest being 1; what is beneath all measure is left out. */
function weightsOf(row: number, otherRow: number, column: number): Map<number, number> {
  const least = Math.max(0, column - otherRow);
  const most = Math.min(row, column);
  const mode = Math.floor(((row + 1) * (column + 1)) / (row + otherRow + 2));
  const up = (k: number) => ((row - k) * (column - k)) / ((k + 1) * (otherRow - column + k + 1));
  const weights = new Map([[mode, 1]]);
  for (let k = mode, weight = 1; k < most && weight > 0; k += 1) {
    weight *= up(k);
    weights.set(k + 1, weight);
  }
  for (let k = mode, weight = 1; k > least && weight > 0; k -= 1) {
    weight /= up(k - 1);
    weights.set(k - 1, weight);
  }
  return weights;
}
