import type { ReadItem } from './reading.ts';

/** What a column of answers looks like: a choice, or why it is none. */
export type Answers =
  ({ isChoice: true } & Pick<ReadItem, 'kind' | 'results' | 'n'>) | { isChoice: false; why: string };

/** More different answers than this were not offered as options: people wrote them. */
const MOST_OPTIONS = 20;
/** From this many answers on, mostly different ones were written, too. */
const TELLING = 6;
const MOSTLY = 2 / 3;
/** What stands between the options one person chose. */
const BETWEEN = [/;\s*/, /,\s+/, /\s*\n\s*/, /\s*\|\s*/];

/** Reads one answer per person as a single choice, or as a multiple one where the parts recur. */
export function readAnswers(answers: readonly string[]): Answers {
  const given = answers.map((answer) => answer.trim()).filter((answer) => answer !== '');
  if (given.length > 0 && given.every(isNumber))
    return { isChoice: false, why: 'These are numbers, not options: scales are not built yet. Left out.' };
  const picks = partsOf(given);
  const different = new Set(picks.flat()).size;
  if (different > MOST_OPTIONS || (given.length >= TELLING && different > given.length * MOSTLY))
    return { isChoice: false, why: 'People wrote these answers themselves: there are no options. Left out.' };
  const kind = picks.some((each) => each.length > 1) ? 'multiple' : 'single';
  return { isChoice: true, kind, n: given.length, results: countPicks(picks) };
}

/** How many chose each, most first; nobody counts twice for one option. */
export function countPicks(picks: readonly (readonly string[])[]): { label: string; count: number }[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const each of picks) {
    for (const [key, label] of new Map(each.map((label) => [label.toLowerCase(), label]))) {
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { label, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** Split where that leaves fewer different answers: "A, B" beside "A" and "B", not "Designer, or some form of it". */
function partsOf(given: readonly string[]): string[][] {
  const whole = new Set(given).size;
  for (const between of BETWEEN) {
    const parts = given.map((answer) => answer.split(between).filter((part) => part !== ''));
    if (parts.some((each) => each.length > 1) && new Set(parts.flat()).size < whole) return parts;
  }
  return given.map((answer) => [answer]);
}

function isNumber(text: string): boolean {
  return /^-?\d+([.,]\d+)?$/.test(text);
}
