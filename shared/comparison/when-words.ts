import type { When } from '../data-point.ts';
import { comparisonInEnglish, say, type ComparisonSaid } from '../words/comparison-words.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A time as exactly as it is known: "24 November 2026", "February 2019", "2019". */
export function whenWords({ date, precision }: When): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (precision === 'year') return year;
  const named = `${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return precision === 'month' ? named : `${Number(day)} ${named}`;
}

/**
 * The shortest words that tell each of these times from the others, where there are labels together with them; "first
 * time", "second time" within one day.
 */
export function tellingTimes(times: readonly When[], labels: readonly string[] = []): SaidTime[] {
  const years = times.map((when) => ({ ...when, precision: 'year' as const }));
  const months = times.map(atMostMonth);
  if (areDifferent(years.map(whenWords))) return years;
  if (areDifferent(months.map(whenWords))) return months;
  if (labels.length === 0 && areDifferent(times.map(whenWords))) return [...times];
  const named = months.map((month, at) => `${whenWords(month)} ${labels[at] ?? ''}`);
  return areDifferent(named) ? months : wholeTimes(times, labels);
}

/** The same in English. */
export function tellingWords(times: readonly When[], labels: readonly string[] = []): string[] {
  return tellingTimes(times, labels).map(saidTimeWords);
}

/** A time, and which of several at the same time it is. */
export type SaidTime = When | ComparisonSaid;

export function saidTimeWords(time: SaidTime): string {
  return 'key' in time ? comparisonInEnglish(time) : whenWords(time);
}

/** Known to the month and no better. */
export function atMostMonth(when: When): When {
  return when.precision === 'day' ? { ...when, precision: 'month' } : when;
}

function areDifferent(words: readonly string[]): boolean {
  return new Set(words).size === words.length;
}

/** Each time as exactly as it is known; "first time", "second time" where nothing else tells two with one label apart. */
export function wholeTimes(times: readonly When[], labels: readonly string[] = []): SaidTime[] {
  const keys = times.map((when, at) => `${whenWords(when)} ${labels[at] ?? ''}`);
  const counts = countsOf(keys);
  const seen = new Map<string, number>();
  return times.map((when, at) => {
    const key = keys[at] ?? '';
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return counts.get(key) === 1 ? when : nthTime(when, nth);
  });
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function nthTime(when: When, n: number): ComparisonSaid {
  return say((['when.first', 'when.second', 'when.third'] as const)[n - 1] ?? 'when.nth', { when, n });
}
