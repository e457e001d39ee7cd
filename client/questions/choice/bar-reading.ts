import type { OptionResult } from '../../../shared/questions/question-type.ts';
import { apartWords, shareNumber } from './chart-rows.ts';

/** What a chart of bars says: shares of votes, or something else that can be drawn as parts of a whole. */
export interface BarReading {
  /** The number beside a bar; nothing where there is none. */
  number: (row: OptionResult) => string;
  /** Behind the first number. */
  unit: string;
  /** Under a gridline, at a part of the whole. */
  tick: (part: number) => string;
  /** How far the first two are apart, where that is too close to call. */
  apart: (first: OptionResult, second: OptionResult) => string;
  /** A line under the bar, as parts of the whole. */
  spread?: (row: OptionResult) => { from: number; to: number } | null;
  /** A column right of the bars. */
  aside?: { heading: string; words: (row: OptionResult) => string };
}

export const SHARES: BarReading = {
  number: ({ share }) => shareNumber(share),
  unit: '%',
  tick: (part) => `${part * 100} %`,
  apart: (first, second) => apartWords(first.count, second.count),
};
