import type { UnderstoodItem, Unplaced } from '../../../shared/result-file.ts';

/** One question as a file of another tool has it. */
export type ReadItem = Pick<
  UnderstoodItem,
  'prompt' | 'session' | 'heldOn' | 'kind' | 'n' | 'results' | 'hasAllOptions' | 'problems'
>;

/** What one source reads out of its rows. */
export interface Reading {
  heldOn: string | null;
  people: number | null;
  items: ReadItem[];
  unplaced: Unplaced[];
}

/** Rows shown of what could not be placed. */
const MOST_SHOWN = 5;

/** Something that could not be placed, with some of its rows. */
export function unplaced(what: string, why: string, rows: readonly string[] = []): Unplaced {
  return rows.length === 0 ? { what, why } : { what, why, rows: rows.slice(0, MOST_SHOWN) };
}
