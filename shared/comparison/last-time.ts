import type { When } from '../data-point.ts';
import type { ComparisonSaid } from '../words/comparison-words.ts';
import type { Provenance, Verdict } from './comparison.ts';

/** The result before this one, as it lies behind the bars of a choice: the ghost. Shares 0–1. */
export interface LastTime {
  pointId: string;
  label: string;
  /** "May 2025". */
  whenText: string;
  /** "164 phones", "50 votes when read", "around 100". */
  nText: string;
  provenance: Provenance;
  /** A line for the chart's key where there is more to say ("split made up for the demonstration"); else null. */
  note: string | null;
  /** Why the two are not marked as alike; empty where they are, and only then something shifted. */
  unlike: ComparisonSaid[];
  /** What `whenText` and `nText` are made of, for pages in other languages. */
  said: { when: When; answered: ComparisonSaid };
  /** By option of the asking; `new`: it was not offered then; `unknown`: nobody knows, so nothing is drawn. */
  options: LastTimeOption[];
  /** What was offered then and is not now. */
  gone: { label: string; share: number | null }[];
}

export interface LastTimeOption {
  optionId: string;
  state: 'counted' | 'given' | 'unreported' | 'new' | 'unknown';
  share: number | null;
  /** The range of what is given or unreported. */
  low: number | null;
  high: number | null;
}

/** What moved since last time, once the vote is closed: percentage points to − from, 0–1. */
export interface Shift {
  optionId: string;
  difference: number | null;
  verdict: Verdict;
}
