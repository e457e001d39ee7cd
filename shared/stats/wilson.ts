/** 97.5 % quantile of the standard normal distribution: two-sided 95 %. */
export const Z_95 = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval for a proportion, without continuity correction, as shares 0–1.
 * `undefined` when n is 0. 0 of n starts at exactly 0, n of n ends at exactly 1.
 * Source: Wilson EB (1927), J Am Stat Assoc 22:209–212; as method 3 in Newcombe RG (1998), Stat Med 17:857–872.
 */
export function wilson(count: number, n: number, z = Z_95): Interval | undefined {
  if (n <= 0) return undefined;
  const p = count / n;
  const zz = z * z;
  const middle = (2 * n * p + zz) / (2 * (n + zz));
  const half = (z * Math.sqrt(zz + 4 * n * p * (1 - p))) / (2 * (n + zz));
  return {
    low: count <= 0 ? 0 : Math.max(0, middle - half),
    high: count >= n ? 1 : Math.min(1, middle + half),
  };
}
