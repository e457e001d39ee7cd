import type { QuestionSpec } from '../question.ts';
import type { HeadToHead } from './head-to-head.ts';
import { countedNumbers, summaryOf, type Histogram, type Summary } from './histogram.ts';
import type { TallyBase } from './question-type.ts';

/** Besides who got more than whom, how often each option got how many points; as `ids` has them. */
export interface PointsTally extends TallyBase, HeadToHead {
  /** Nought is not counted: all others gave it. */
  given: Histogram[];
  /** What the histograms come to, in their place: a room needs a few numbers for each option, not a hundred. */
  got?: Got[];
}

/** What one option got. */
export interface Got {
  /** Points of all together. */
  sum: number;
  /** How many gave it any. */
  givers: number;
  /** Null where nobody answered. */
  summary: Summary | null;
}

export interface Allotted extends Got {
  id: string;
  label: string;
}

/** Every option with what it got, in ballot order. */
export function allottedOptions(spec: QuestionSpec, tally: PointsTally): Allotted[] {
  return spec.options.map(({ id, label }) => ({ id, label, ...gotAt(tally, tally.ids.indexOf(id)) }));
}

/** The tally without what only statistics need. */
export function summarised(tally: PointsTally): PointsTally {
  return { ...tally, given: [], got: tally.ids.map((_, at) => gotAt(tally, at)) };
}

function gotAt(tally: PointsTally, at: number): Got {
  const { ballots, abstained, given, got } = tally;
  return got?.[at] ?? gotFrom(given[at] ?? {}, ballots - abstained);
}

function gotFrom(histogram: Histogram, answered: number): Got {
  const counted = countedNumbers(histogram);
  const givers = counted.reduce((all, { count }) => all + count, 0);
  const whole = answered > givers ? { ...histogram, 0: answered - givers } : histogram;
  return {
    sum: counted.reduce((all, { value, count }) => all + value * count, 0),
    givers,
    summary: summaryOf(whole),
  };
}
