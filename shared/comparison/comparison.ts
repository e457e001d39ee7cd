import type { Exactness, When } from '../data-point.ts';
import type { QuestionTypeName } from '../questions/question-type.ts';
import type { AssociationTest } from '../stats/association.ts';
import type { Transitions } from '../stats/transitions.ts';
import type { Interval } from '../stats/wilson.ts';
import type { ComparisonSaid } from '../words/comparison-words.ts';
import type { SaidTime } from './when-words.ts';

/** What shares are measured against. Intervals, differences, tests and words exist for those who cast alone. */
export type Base = 'cast' | 'joined' | 'room';

/** Whether only those are counted who chose an option offered everywhere, or everybody who answered. */
export type Reading = 'common' | 'all';

/** Shape is provenance: disc, square, open diamond. */
export type Provenance = 'counted-here' | 'brought-in' | 'remembered';

/** A row of the comparison: an option, or several that were merged or split and compare as one. */
export interface ComparedOption {
  optionId: string;
  label: string;
  /** Every option id it stands for; one, unless it is a group. */
  optionIds: string[];
  /** Offered at every point whose options are known. */
  isCommon: boolean;
}

/** One option at one point. Shares 0–1; null where there is none. */
export interface PointOption {
  optionId: string;
  /**
   * `counted`: share with its 95 % interval. `given`: the range a person entered. `unreported`: nothing was said of it, low
   * and high are what the others leave. `not-offered`, `unknown`: no number at all.
   */
  state: 'counted' | 'given' | 'unreported' | 'not-offered' | 'unknown';
  count?: number;
  share: number | null;
  low: number | null;
  high: number | null;
  boundLow?: number | null;
  boundHigh?: number | null;
  words?: string;
}

/** What stands beside a number so that nobody has to guess; each a sentence or a few words, in this order on the page. */
export interface Disclosure {
  asked: string;
  whoAnswered: string;
  reached: string;
  wording: string;
  options: string;
  responseRate: string;
  knownHow: string;
  whileVoting: string;
  source: string;
}

export interface ComparisonPoint {
  id: string;
  kind: 'asking' | 'data-point';
  label: string;
  /** "24 November 2026", "February 2019", "2019". */
  whenText: string;
  when: When;
  provenance: Provenance;
  exactness: Exactness;
  interim: boolean;
  place: string | null;
  audience: string | null;
  audienceTags: string[];
  eventId: string | null;
  base: Base;
  /** Those counted in this reading; null where nobody knows. */
  n: number | null;
  /** "64 of 78", "50 votes when read", "around 100". */
  nText: string;
  /** What `whenText` and `nText` are made of, for pages in other languages. */
  said: { when: SaidTime; answered: ComparisonSaid };
  nLow?: number;
  nHigh?: number;
  /** All who answered, where the reading counts fewer. */
  of?: number;
  options: PointOption[];
  /** What was said there and stands for no option of the others; in no line. */
  unmapped: { label: string; count?: number; share?: number; words?: string }[];
  disclosure: Disclosure;
  /** What must be said beside its numbers wherever they are drawn ("split made up for the demonstration"); else null. */
  note: string | null;
}

export type Verdict =
  /** Clear, between points marked alike. */
  | 'shift'
  /** Clear, between groups that are not marked alike. */
  | 'difference'
  | 'chance'
  /** On the full set: those who chose an option the other side lacked might have chosen it. */
  | 'options-changed'
  | 'not-comparable';

export interface OptionDifference {
  optionId: string;
  /** to − from, −1 to 1; null where one side is not exact or not known. */
  difference: number | null;
  low: number | null;
  high: number | null;
  clear: boolean;
  verdict: Verdict;
  /** The shares it is the difference of, in this pair's reading; low and high are one where counts are known. */
  shares: { from: Interval | null; to: Interval | null };
  /** Same people: McNemar's exact p, for *How we know*; it decides no word. */
  p?: number;
}

export interface PointDifference {
  from: string;
  to: string;
  /** `same-people`: both in one event, only those who answered both enter. */
  kind: 'two-groups' | 'same-people';
  /** Marked as the same kind of audience, way of counting and wording, with the same options. */
  isAlike: boolean;
  /** Why not, in plain words; empty where they are alike. */
  unlike: string[];
  reading: Reading;
  /** Those counted on either side in this reading. */
  n: { from: number | null; to: number | null };
  options: OptionDifference[];
  test: AssociationTest | null;
  /** Why there is no test, or no difference at all. */
  reason?: string;
  /** Why the two cannot be compared at all, as `reason` says it in English. */
  unable?: ComparisonSaid;
  /** Of the same people: how many answered the first time and not the second. */
  notAgain?: number;
  transitions?: Transitions;
}

export interface Warning {
  code:
    | 'BASE_UNKNOWN'
    | 'ROOM_BELOW_BALLOTS'
    | 'CAST_ONLY'
    | 'BASES_DIFFER'
    | 'OPTIONS_UNKNOWN'
    | 'OPTIONS_DIFFER'
    | 'NO_COMMON_OPTIONS'
    | 'UNMAPPED'
    | 'GROUP_TOO_SMALL'
    | 'SET_ASIDE'
    | 'STILL_OPEN';
  text: string;
}

/** Askings and data points of one question, aligned option by option, in time order. */
export interface Comparison {
  question: { id: string; type: QuestionTypeName; prompt: string; version: number };
  base: Base;
  reading: Reading;
  options: ComparedOption[];
  /** The option the first sentence is about; null without points. */
  foreground: string | null;
  points: ComparisonPoint[];
  differences: PointDifference[];
  /** The first is the headline. */
  sentences: string[];
  /** What they are made of, for pages in other languages. */
  said: ComparisonSaid[];
  /** What the numbers describe and how they were reckoned; the only place that names a method. */
  howWeKnow: string[];
  warnings: Warning[];
}
