import type { PairCounts } from './newcombe-paired.ts';

/** What one person chose the first and the second time; undefined where that person did not answer. */
export interface TwoAnswers {
  first?: string | undefined;
  second?: string | undefined;
}

/** How the answers of a single choice moved between two askings, by rows of the first and columns of the second. */
export interface Transitions {
  options: readonly string[];
  /** `moved[i][j]`: chose option i first and option j second. */
  moved: number[][];
  /** By option of the first time: did not answer again. */
  notAgain: number[];
  /** By option of the second time: had not answered the first time. */
  onlySecond: number[];
  /** Those who answered both: the n of every paired difference. */
  both: number;
}

/** The transition matrix of pairs of answers; an answer that is none of the options is a fault of the caller. */
export function transitions(options: readonly string[], people: Iterable<TwoAnswers>): Transitions {
  const placeOf = new Map(options.map((option, place) => [option, place]));
  const place = (answer: string) => {
    const found = placeOf.get(answer);
    if (found === undefined) throw new RangeError(`“${answer}” is none of the options.`);
    return found;
  };
  const matrix: Transitions = {
    options,
    moved: options.map(() => options.map(() => 0)),
    notAgain: options.map(() => 0),
    onlySecond: options.map(() => 0),
    both: 0,
  };
  for (const { first, second } of people) {
    if (first !== undefined && second !== undefined) {
      raise(matrix.moved[place(first)], place(second));
      matrix.both += 1;
    } else if (first !== undefined) raise(matrix.notAgain, place(first));
    else if (second !== undefined) raise(matrix.onlySecond, place(second));
  }
  return matrix;
}

/** The pairs of one option, or of a group of options read as one, for Newcombe's paired interval and McNemar's test. */
export function pairsIn({ options, moved }: Transitions, group: readonly string[]): PairCounts {
  const isIn = options.map((option) => group.includes(option));
  const pairs: PairCounts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (const [from, row] of moved.entries())
    for (const [to, count] of row.entries()) pairs[pairKind(isIn[from], isIn[to])] += count;
  return pairs;
}

/** Where one person's two answers count. */
export function pairKind(first: boolean | undefined, second: boolean | undefined): keyof PairCounts {
  if (first) return second ? 'both' : 'onlyFirst';
  return second ? 'onlySecond' : 'neither';
}

function raise(counts: number[] | undefined, place: number): void {
  if (counts) counts[place] = (counts[place] ?? 0) + 1;
}
