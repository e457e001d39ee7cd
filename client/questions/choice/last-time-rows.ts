import { linesOf, type MeasureText } from '../../ui/text-fit.ts';
import type { LastTime, LastTimeOption, Shift } from '../../../shared/comparison/last-time.ts';
import { pointsWords } from '../../../shared/comparison/number-words.ts';
import { t, tell, whenSaid } from '../../words/words.svelte.ts';

/** What stands in the column right of the bars: last time's shares, or what moved since, in percentage points. */
export type AsideKind = 'last' | 'shift' | 'difference';

/**
 * What moved is said where the two were asked alike (a shift) or at least with the same options (a difference between these
 * groups). Otherwise last time's shares stand alone: nothing can be reckoned from one to the other.
 */
export function asideKind(lastTime: LastTime, shifts: readonly Shift[] | null): AsideKind {
  if (!shifts?.some(({ difference }) => difference !== null)) return 'last';
  if (lastTime.unlike.length === 0) return 'shift';
  const isSameOffer = lastTime.gone.length === 0 && lastTime.options.every(({ state }) => state !== 'new');
  return isSameOffer ? 'difference' : 'last';
}

/** The heading of the column: the year of last time where it was another, or what the numbers are. */
export function asideHeading(
  lastTime: LastTime,
  kind: AsideKind,
  thisYear = String(new Date().getFullYear()),
): string {
  if (kind !== 'last') return t(kind === 'shift' ? 'choice.shift' : 'choice.difference');
  const year = lastTime.said.when.date.slice(0, 4);
  return year === thisYear ? t('choice.then') : year;
}

/** Stands where nobody knows. */
export const UNKNOWN = '?';

/** One option last time: "46", "85–95", "at most 15", "new"; "?" where nobody knows. Never a zero for what is unknown. */
export function lastWords(then: LastTimeOption | undefined): string {
  if (!then || then.state === 'unknown') return UNKNOWN;
  if (then.state === 'new') return t('choice.new');
  const { share, low, high, state } = then;
  if (state === 'unreported') return high === null ? UNKNOWN : atMost(high);
  if (share !== null) return String(whole(share));
  return low === null || high === null ? UNKNOWN : `${whole(low)}–${whole(high)}`;
}

export interface AsideCell {
  words: string;
  isClear: boolean;
}

/** What moved of one option: "+12" clear, "−7" by chance; "new" and "?" as last time has it. */
export function movedCell(then: LastTimeOption | undefined, shift: Shift | undefined): AsideCell {
  const isKnown = then?.state === 'counted' || then?.state === 'given';
  if (!isKnown || !shift || shift.difference === null)
    return { words: then?.state === 'new' ? t('choice.new') : UNKNOWN, isClear: false };
  const isClear = shift.verdict === 'shift' || shift.verdict === 'difference';
  return { words: pointsWords(shift.difference), isClear };
}

/** How far the outline of an option goes, as a share, and whether it is certain; null where there is none to draw. */
export interface Ghost {
  end: number;
  /** Where the notch stands: at what was counted or remembered, at both ends of a range, nowhere for what others left. */
  notches: number[];
  isCertain: boolean;
}

export function ghostOf(then: LastTimeOption | undefined): Ghost | null {
  if (!then) return null;
  const { state, share, low, high } = then;
  if (state === 'counted' && share !== null) return { end: share, notches: [share], isCertain: true };
  if (state === 'given' && share !== null) return { end: share, notches: [share], isCertain: false };
  if (state === 'given' && low !== null && high !== null)
    return { end: high, notches: [low, high], isCertain: false };
  return state === 'unreported' && high !== null ? { end: high, notches: [], isCertain: false } : null;
}

/** The line above the chart, as much as stands in one line; and whether it says what its numbers are. */
export interface KeyLine {
  /** What the bars are. */
  now: string;
  words: string;
  size: number;
  hasNote: boolean;
}

const KEY = { sizes: [30, 28], marks: 52 + 14 + 22 + 52 + 2 * 14, weight: 400 };

export function keyLine(lastTime: LastTime, now: string, width: number, measure: MeasureText): KeyLine {
  const { label, said, nText, note } = lastTime;
  const when = whenSaid(said.when);
  const short = t('choice.now');
  const whole = `${label}, ${when}, ${tell(said.answered, nText)}`;
  const tries: Omit<KeyLine, 'size'>[] = [
    ...(note ? [{ now, words: `${whole}; ${note}`, hasNote: true }] : []),
    { now, words: whole, hasNote: note === null },
    { now, words: `${label}, ${when}`, hasNote: note === null },
    { now: short, words: `${label}, ${when}`, hasNote: note === null },
    { now: short, words: when, hasNote: note === null },
  ];
  const style = { weight: KEY.weight, tracking: 0 };
  for (const one of tries)
    for (const size of KEY.sizes) {
      const room = (width - KEY.marks) / size - measure(one.now, KEY.weight);
      if (room > 0 && linesOf(one.words, room, style, measure) === 1) return { ...one, size };
    }
  return { now: short, words: when, size: 28, hasNote: note === null };
}

/** What stands under the chart: options that are gone, and a note that found no room above it. */
export function underWords(lastTime: LastTime, isRevealed: boolean, key: KeyLine): string {
  const note =
    key.hasNote || !lastTime.note
      ? ''
      : `${whenSaid(lastTime.said.when)}: ${lastTime.note.replace(/\.$/, '')}.`;
  return [isRevealed ? goneWords(lastTime) : '', note].filter(Boolean).join(' ');
}

/** What was offered then and is not any more, as a sentence; empty where there is nothing. */
export function goneWords({ gone, said }: LastTime): string {
  if (gone.length === 0) return '';
  const names = gone.map(({ label, share }) => (share === null ? label : `${label} ${whole(share)} %`));
  return t('choice.gone', { when: said.when, names: names.join(', ') });
}

/** What the column says, for the margin: what its numbers are, and how sure. */
export function asideNote(lastTime: LastTime, shifts: readonly Shift[] | null): string {
  const kind = asideKind(lastTime, shifts);
  if (kind === 'shift') return t('choice.shift-since', { when: lastTime.said.when });
  const [why, more] = lastTime.unlike;
  if (!why) return '';
  // The key says to whom: in more lines than these the QR code would give way.
  if (kind === 'difference') return t('choice.difference-why', { why });
  return more ? t('choice.outline-two', { why, more }) : t('choice.outline', { why });
}

function atMost(high: number): string {
  return t('choice.at-most', { share: whole(high) });
}

function whole(share: number): number {
  return Math.round(share * 100);
}
