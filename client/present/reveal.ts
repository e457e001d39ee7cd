import type { AskingId } from '../../shared/ids.ts';
import type { RevealStep } from '../questions/result-props.ts';

/** What of an asking decides whether its reveal is to be played. */
export interface Sighting {
  askingId: AskingId;
  isRevealed: boolean;
  /** Whether its bars stood on the screen. */
  areBarsDrawn: boolean;
  /** Whether there is a last time to be read before this one. */
  hasLastTime: boolean;
}

export interface RevealCue {
  step: RevealStep;
  /** Milliseconds from its beginning. */
  at: number;
}

/**
 * 3.2 s with the 0.2 s in which the sentence comes and the 0.3 s of a bracket. The question steps back, bars grow (900 ms),
 * stand a moment to be read, and rows sort (700 ms).
 */
const FROM_THE_QUESTION: readonly RevealCue[] = [
  { step: 'question', at: 0 },
  { step: 'bars', at: 700 },
  { step: 'order', at: 1900 },
  { step: 'sentence', at: 2700 },
];

/** First then, then now: last time's result draws (400 ms) and is read before the bars grow through it or stop short. */
const FIRST_THEN: readonly RevealCue[] = [
  { step: 'question', at: 0 },
  { step: 'then', at: 300 },
  { step: 'bars', at: 1200 },
  { step: 'order', at: 2100 },
  { step: 'sentence', at: 2800 },
];

/** The room has seen the bars: what is new is their order. */
const FROM_THE_SORT: readonly RevealCue[] = [
  { step: 'order', at: 0 },
  { step: 'sentence', at: 800 },
];

const AT_ONCE: readonly RevealCue[] = [{ step: 'sentence', at: 0 }];

/**
 * The cues for what is seen now; null while nothing is revealed, undefined when what runs, or stands, goes on. An asking
 * that was not seen before its reveal stands at its end: a page that is loaded anew plays nothing.
 */
export function cuesFor(
  before: Sighting | undefined,
  now: Sighting,
): readonly RevealCue[] | null | undefined {
  if (!now.isRevealed) return null;
  if (before?.askingId !== now.askingId) return AT_ONCE;
  if (before.isRevealed) return undefined;
  if (before.areBarsDrawn) return FROM_THE_SORT;
  return now.hasLastTime ? FIRST_THEN : FROM_THE_QUESTION;
}
