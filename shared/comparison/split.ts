/** Groups smaller than this are shown nowhere. */
export const LEAST_GROUP = 5;

export interface GroupSize {
  id: string;
  n: number;
}

/**
 * [SE1] Which groups of a split may be shown when the whole is known: none under 5, and where those left out come to less
 * than 5 together, the smallest others are left out too, so that nobody finds a small group by subtraction.
 */
export function visibleGroups(groups: readonly GroupSize[]): Set<string> {
  const bySize = [...groups].sort((a, b) => b.n - a.n);
  const visible = bySize.filter(({ n }) => n >= LEAST_GROUP);
  let left = bySize.slice(visible.length).reduce((sum, { n }) => sum + n, 0);
  while (left > 0 && left < LEAST_GROUP) {
    const smallest = visible.pop();
    if (!smallest) break;
    left += smallest.n;
  }
  return new Set(visible.map(({ id }) => id));
}
