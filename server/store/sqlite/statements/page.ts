import { Refused } from '../../../../shared/result.ts';
import type { Page } from '../../store.ts';

/** Where a page ended: the sort keys of its last row, as the text that callers hand back as `after`. */
export function parseAfter(
  after: string | undefined,
  numbers: number,
): { keys: number[]; id: string } | undefined {
  if (after === undefined) return undefined;
  const parts = after.split('~');
  const keys = parts.slice(0, numbers).map(Number);
  const id = parts[numbers];
  if (parts.length !== numbers + 1 || !id || !keys.every(Number.isSafeInteger)) {
    throw new Refused('INVALID', undefined, {
      errors: [{ path: 'cursor', message: 'That is not the end of a page.' }],
    });
  }
  return { keys, id };
}

/** Cuts a page out of rows that were read one beyond the limit: the extra one tells that there is more. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  item: (row: Row) => Item,
  end: (row: Row) => (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown.map(item), next: rows.length > limit && last ? end(last).join('~') : null };
}
