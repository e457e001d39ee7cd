import { whenWords } from '../../../shared/comparison/when-words.ts';
import type { When } from '../../../shared/data-point.ts';

export const PRECISIONS = { day: 'the day', month: 'the month', year: 'only the year' } as const;
export type Precision = keyof typeof PRECISIONS;

const FORMS: Record<Precision, { pattern: RegExp; how: string }> = {
  day: { pattern: /^\d{4}-\d{2}-\d{2}$/, how: 'Choose the day.' },
  month: { pattern: /^\d{4}-\d{2}$/, how: 'Write year and month as 2019-02.' },
  year: { pattern: /^\d{4}$/, how: 'Write the year with four digits.' },
};

/** When something was asked, as far as it is filled in: a whole date, or what is missing of it. */
export function readWhen(
  written: string,
  precision: Precision,
): { ok: true; when: When } | { ok: false; problem: string } {
  const { pattern, how } = FORMS[precision];
  const text = written.trim();
  if (!pattern.test(text)) return { ok: false, problem: how };
  const when = { date: `${text}-01-01`.slice(0, 10), precision };
  return isDay(when.date) ? { ok: true, when } : { ok: false, problem: 'There is no such day.' };
}

/** Back into the field: as many digits as are known. */
export function writeWhen({ date, precision }: When): string {
  return date.slice(0, { year: 4, month: 7, day: 10 }[precision]);
}

/** A date written in one precision, in another: what is already known is kept. */
export function asPrecision(written: string, precision: Precision): string {
  return written.slice(0, { year: 4, month: 7, day: 10 }[precision]);
}

/** "February 2019", or nothing while it cannot be read. */
export function heardWhen(written: string, precision: Precision): string {
  const read = readWhen(written, precision);
  return read.ok ? whenWords(read.when) : '';
}

/** Parsed and written again, 30 February is another day. */
function isDay(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
