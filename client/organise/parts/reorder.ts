/** The list with the item at `from` moved to place `to`; unchanged when there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/**
 * The place a dragged row belongs to: after every other row whose middle lies above the pointer.
 * Counted by middles, rows of different heights do not swap back and forth under a pointer at rest.
 */
export function placeAt(y: number, otherRows: { top: number; height: number }[]): number {
  return otherRows.filter(({ top, height }) => top + height / 2 < y).length;
}
