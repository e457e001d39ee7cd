import type { Comparison, PointDifference } from './comparison.ts';

/**
 * What one press adds to a projected comparison. `points`: times asked come to stand in it; `ranges`: the 95 % ranges, or
 * the table of who moved where; `sentence`: the finding and the words on the lines.
 */
export type ComparisonStep =
  { kind: 'points'; pointIds: string[] } | { kind: 'ranges' } | { kind: 'sentence' };

/** Up to so many times asked come one by one; more of them in as many presses. */
const ONE_BY_ONE = 12;

/** [ST6] How a comparison builds up: oldest first, today last, then ranges, then the sentence. Empty without points. */
export function stepsOf(comparison: Comparison): ComparisonStep[] {
  const pair = samePeople(comparison);
  const ids = pair ? [pair.from, pair.to] : comparison.points.map(({ id }) => id);
  if (ids.length === 0) return [];
  return [...chunks(ids), { kind: 'ranges' }, { kind: 'sentence' }];
}

/** The number of the last step: 0 where there is nothing to build up. */
export function lastStepOf(comparison: Comparison | null | undefined): number {
  return comparison ? Math.max(0, stepsOf(comparison).length - 1) : 0;
}

/** The pair of the latest two times asked, where the same people were asked twice and who moved where is known. */
export function samePeople({ points, differences }: Comparison): PointDifference | undefined {
  const [before, after] = points.slice(-2);
  return differences.find(
    ({ from, to, kind, transitions }) =>
      kind === 'same-people' &&
      transitions !== undefined &&
      transitions.both > 0 &&
      from === before?.id &&
      to === after?.id,
  );
}

function chunks(ids: readonly string[]): ComparisonStep[] {
  const presses = Math.min(ids.length, ONE_BY_ONE);
  return Array.from({ length: presses }, (_, at) => ({
    kind: 'points' as const,
    pointIds: ids.slice(placeOf(at), placeOf(at + 1)),
  }));

  function placeOf(at: number): number {
    return Math.round((at * ids.length) / presses);
  }
}
