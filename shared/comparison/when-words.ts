import type { When } from '../data-point.ts';

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
export function tellingWords(times: readonly When[], labels: readonly string[] = []): string[] {
  const years = times.map(({ date }) => date.slice(0, 4));
  const months = times.map((when) =>
    whenWords(when.precision === 'day' ? { ...when, precision: 'month' } : when),
  );
  if (areDifferent(years)) return years;
  if (areDifferent(months)) return months;
  const days = times.map(whenWords);
  if (labels.length === 0 && areDifferent(days)) return days;
  const named = months.map((month, at) => `${month} ${labels[at] ?? ''}`);
  return areDifferent(named) ? months : wholeWords(times, labels);
}

function areDifferent(words: readonly string[]): boolean {
  return new Set(words).size === words.length;
}

/** Each time as exactly as it is known; "first time", "second time" where nothing else tells two with one label apart. */
export function wholeWords(times: readonly When[], labels: readonly string[] = []): string[] {
  const words = times.map(whenWords);
  const keys = words.map((word, at) => `${word} ${labels[at] ?? ''}`);
  const counts = countsOf(keys);
  const seen = new Map<string, number>();
  return words.map((word, at) => {
    const key = keys[at] ?? '';
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return counts.get(key) === 1 ? word : `${word}, ${ordinal(nth)} time`;
  });
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function ordinal(n: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth'][n - 1] ?? `${n}th`;
}
