import type { Conditions } from '../asking.ts';
import type { Exactness, When, Wording } from '../data-point.ts';
import type { RoomSize } from '../live-event.ts';
import type { Interval } from '../stats/wilson.ts';

/** What is known of how many chose an option: never a zero for "unknown". */
export type Known =
  | { kind: 'counted'; count: number }
  /** A range of shares, 0–1, that a person entered; `share` where one number was given. */
  | { kind: 'given'; range: Interval; share: number | null }
  /** Nothing was reported of it; `words` at most. */
  | { kind: 'unreported' };

/** One option as a point offered it. */
export interface Offered {
  /** Unique within its point: the option's id, or the label of a data point's. */
  key: string;
  label: string;
  /** Ids of the question's options it stands for; empty: no option of the question (it stands in no line). */
  means: readonly string[];
  known: Known;
  words: string | null;
}

/** How many answered: a whole number twice where it was counted, a range where it is "about", null where nobody knows. */
export type Answered = { low: number; high: number } | null;

/** One asking or data point as it enters a comparison: everything the numbers, words and disclosure need. */
export interface ComparedPoint {
  id: string;
  kind: 'asking' | 'data-point';
  /** The event's title, or the data point's label. */
  label: string;
  when: When;
  /** Orders points of one day: the first opening, or the date. Integer milliseconds. */
  at: number;
  /** Who was there; tags are what a person says is the same kind. */
  audience: string | null;
  audienceTags: readonly string[];
  place: string | null;
  reached: string | null;
  askedBy: string | null;
  /** How it was counted: points counted alike have the same words here. */
  method: string;
  /** Hands, counted by the presenter: no ballots, so nobody can be followed from one time to another. */
  isByHand: boolean;
  prompt: string | null;
  wording: Wording;
  /** Two points with the same number were asked in the same words; null: not known. */
  wordingNumber: number | null;
  interim: boolean;
  exactness: Exactness;
  base: 'cast' | 'room';
  isMultiple: boolean;
  answered: Answered;
  joined: number | null;
  /** Ballots by the language their question was read in; absent: nobody noted that. */
  languages?: Readonly<Record<string, number>>;
  roomSize: RoomSize | null;
  offered: readonly Offered[];
  /** False where it is not known what else was offered. */
  isOfferKnown: boolean;
  /** How many abstained; null: that was not offered, or is not known. */
  abstained: number | null;
  /** Multiple choice: sorted option ids joined by a space → ballots; null: only counts are known. */
  patterns: Readonly<Record<string, number>> | null;
  conditions: Conditions | null;
  eventId: string | null;
  version: number | null;
  isOpen: boolean;
  /** What was brought in, from which file; null for what was counted here or typed. */
  importedFile: string | null;
  source: { url?: string; note?: string } | null;
  hasEvidence: boolean;
}
