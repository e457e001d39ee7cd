import type { ResultTable } from '../../shared/questions/question-type.ts';

interface WithBar {
  bar?: number | undefined;
}

/** Where bars end: at a quarter of the longest there may be, to hold every one of them, as on the screen. */
export function barScale(rows: readonly WithBar[]): number {
  const most = Math.max(0, ...rows.map(({ bar }) => bar ?? 0));
  return Math.max(1, Math.ceil(most * 4)) / 4;
}

/** The place of the column that is read first. */
export function mainColumn({ columns, main }: Pick<ResultTable, 'columns' | 'main'>): number {
  return Math.max(
    0,
    columns.findIndex(({ id }) => id === main),
  );
}

/** The longest bars first; those that are level, and rows without bars, keep their order. */
export function longestFirst<Row extends WithBar>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (b.bar ?? 0) - (a.bar ?? 0));
}
