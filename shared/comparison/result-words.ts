import { countOf } from '../count-words.ts';
import type { OptionDifference, PointOption, Verdict } from './comparison.ts';
import { percentWords, pointsWords, rangeWords } from './number-words.ts';

/** What a difference may be called where it stands alone. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  shift: 'a clear shift',
  difference: 'a clear difference',
  chance: 'could be chance',
  'options-changed': 'cannot be told: the options changed',
  'not-comparable': 'cannot be compared',
};

/** The same in a table of differences, where only how sure it is has to be said. */
export function verdictWords({ verdict, clear }: OptionDifference): string {
  return clear ? 'clear' : VERDICT_WORDS[verdict];
}

/** "−24 (−40 to −7)" percentage points; only a range where one side is not exact; "?" where nobody knows. */
export function differenceWords({ difference, low, high }: OptionDifference): string {
  if (low === null || high === null) return difference === null ? '?' : pointsWords(difference);
  const range = `${pointsWords(low)} to ${pointsWords(high)}`;
  return difference === null ? range : `${pointsWords(difference)} (${range})`;
}

/**
 * A share: "46 %", "85–95 %", "at most 15 %", "–" where it was not offered, "?" where nobody knows; where nothing says of
 * how many, the votes alone.
 */
export function shareWords({ state, share, low, high, count }: PointOption): string {
  if (state === 'not-offered') return '–';
  if (state === 'counted' && share !== null) return percentWords(share);
  if (state === 'counted') return count === undefined ? '?' : countOf(count, 'vote');
  return state === 'unknown' || low === null || high === null ? '?' : rangeWords({ low, high });
}

/** "33–60" of a counted share, or the bounds where there are such; empty where there is neither. */
export function rangeOfShare({ state, low, high, boundLow, boundHigh }: PointOption): string {
  const [from, to] = [boundLow ?? low, boundHigh ?? high];
  if (state !== 'counted' || from === null || to === null) return '';
  return `${Math.round(from * 100)}–${Math.round(to * 100)}`;
}

/** "46 % (33–60)". */
export function shareAndRange(option: PointOption): string {
  const range = rangeOfShare(option);
  return range === '' ? shareWords(option) : `${shareWords(option)} (${range})`;
}
