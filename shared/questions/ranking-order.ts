import type { QuestionSpec } from '../question.ts';
import type { HeadToHead } from './head-to-head.ts';
import type { TallyBase } from './question-type.ts';
import { placesOf } from './ranking-spec.ts';

/** Besides who was put before whom, how often each option stood at each place; both as `ids` has them. */
export interface RankingTally extends TallyBase, HeadToHead {
  places: number[][];
}

/** One option among the ranked. */
export interface Ranked {
  id: string;
  label: string;
  /** How many gave it a place, and how many each place, the first place first. */
  placed: number;
  places: number[];
  /** Average place; who placed others and not it gives it the mean of the places left. Null where nobody answered. */
  meanRank: number | null;
  /** Borda points: of k options the first gets k − 1 from each, the last none. */
  borda: number;
}

/** Every option with what it came to, in ballot order. */
export function rankedOptions(spec: QuestionSpec, tally: RankingTally): Ranked[] {
  const answered = tally.ballots - tally.abstained;
  const given = placesOf(spec);
  const among = spec.options.length;
  return spec.options.map(({ id, label }) => {
    const places = tally.places[tally.ids.indexOf(id)] ?? Array.from({ length: given }, () => 0);
    const placed = places.reduce((sum, count) => sum + count, 0);
    // Twice the sum of the places: the mean of what is left may end in a half, and sums of halves are exact.
    const left = (answered - placed) * (given + 1 + among);
    const twice = places.reduce((sum, count, at) => sum + 2 * (at + 1) * count, left);
    return {
      id,
      label,
      placed,
      places,
      meanRank: answered === 0 ? null : twice / 2 / answered,
      borda: answered * among - twice / 2,
    };
  });
}

/** Best average place first; what is level keeps its ballot order. */
export function inRankOrder(ranked: readonly Ranked[]): Ranked[] {
  return [...ranked].sort((a, b) => b.borda - a.borda);
}

/** The place of each in such an order: what is level shares one. */
export function standings(inOrder: readonly Ranked[]): number[] {
  return inOrder.map(({ borda }) => inOrder.findIndex((other) => other.borda === borda) + 1);
}
