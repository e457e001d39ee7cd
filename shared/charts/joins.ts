import type { Comparison, ComparisonPoint, PointDifference, Verdict } from '../comparison/comparison.ts';

/** How two times of one option are joined: solid where they are alike, broken by a word where they are not. */
export interface Join {
  from: string;
  to: string;
  isSolid: boolean;
  verdict: Verdict | null;
}

/** The line between neighbours, or none: where everybody counts and the options differ nothing joins them. */
export function joinsOf(comparison: Comparison, optionId: string | null): Join[] {
  const { points } = comparison;
  return points.slice(1).flatMap((to, index): Join[] => {
    const from = points[index];
    const pair = from && differenceBetween(comparison, from.id, to.id);
    const option = pair?.options.find((each) => each.optionId === optionId);
    if (!from || !pair || !option || !isJoined(pair, option.verdict)) return [];
    return [{ from: from.id, to: to.id, isSolid: pair.isAlike, verdict: option.verdict }];
  });
}

export function differenceBetween(
  { differences }: Pick<Comparison, 'differences'>,
  from: string,
  to: string,
): PointDifference | undefined {
  return differences.find((pair) => pair.from === from && pair.to === to);
}

function isJoined({ reading, unlike }: PointDifference, verdict: Verdict): boolean {
  if (verdict === 'not-comparable' || verdict === 'options-changed') return false;
  return reading === 'common' || !unlike.includes('other options');
}

/** Whether two times not held against each other are of one kind all the same: counted here, of people, words and options alike. */
export function areAlike(comparison: Comparison, from: ComparisonPoint, to: ComparisonPoint): boolean {
  const pair = differenceBetween(comparison, from.id, to.id);
  if (pair) return pair.isAlike;
  return (
    [from, to].every(({ provenance }) => provenance === 'counted-here') &&
    from.audienceTags.some((tag) => to.audienceTags.includes(tag)) &&
    from.disclosure.wording === to.disclosure.wording &&
    from.disclosure.options === to.disclosure.options
  );
}
