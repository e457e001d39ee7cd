/**
 * Two averages as they are said: with one digit behind the point, with a second one where they would else read alike and
 * are not.
 */
export function toldApart(a: number, b: number): [number, number] {
  const pair: [number, number] = [rounded(a), rounded(b)];
  return a === b || pair[0] !== pair[1] ? pair : [rounded(a, 2), rounded(b, 2)];
}

/** An average as it is said. */
export function rounded(value: number, digits = 1): number {
  const times = 10 ** digits;
  return Math.round(value * times) / times;
}
