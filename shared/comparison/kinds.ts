import type { ComparisonPoint } from './comparison.ts';

/** Times asked of one kind of audience, oldest first. */
export interface Kind {
  /** As somebody wrote it; empty where nobody said. */
  name: string;
  pointIds: string[];
}

/** More times asked than this stand in one small chart for each kind of audience. */
export const MOST_IN_ONE_CHART = 6;

/** Points by their kind of audience: their first tag, else who they were. Points come in time order and stay so. */
export function kindsOf(
  points: readonly (Pick<ComparisonPoint, 'id' | 'audience'> & { audienceTags: readonly string[] })[],
): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { id, audience, audienceTags } of points) {
    const name = (audienceTags[0] ?? audience ?? '').trim();
    const kind = kinds.get(name.toLowerCase()) ?? { name, pointIds: [] };
    kind.pointIds.push(id);
    kinds.set(name.toLowerCase(), kind);
  }
  return [...kinds.values()];
}

/** The pairs that say whether something moved within each kind: first and latest, then neighbours. */
export function pairsWithin(kinds: readonly Kind[]): [string, string][] {
  return kinds.flatMap(({ pointIds }) => {
    const [first, last] = [pointIds[0], pointIds.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const neighbours = pointIds.slice(1).map((to, at): [string, string] => [pointIds[at] ?? first, to]);
    return [[first, last], ...(pointIds.length > 2 ? neighbours : [])];
  });
}
