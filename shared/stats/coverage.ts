import { meanInterval, summaryOf } from './means.ts';
import { medianInterval } from './medians.ts';
import { newcombe } from './newcombe.ts';
import { newcombePaired } from './newcombe-paired.ts';
import { isNoFigure, type NoFigure } from './no-figure.ts';
import { normalOf, type Random, seededRandom } from './random.ts';
import { tango } from './tango.ts';
import { welch } from './welch.ts';
import { type Interval, wilson } from './wilson.ts';

/** One room, or one pair of rooms, made up: what is true, and the interval found; undefined where there is none. */
type Trial = (n: number, random: Random) => { truth: number; found: Interval | undefined };

/** By interval, a trial in which n people answer (each time, on either side). Shares that are true are drawn evenly. */
const TRIALS = {
  wilson(n, random) {
    const truth = random();
    return { truth, found: wilson(drawn(n, truth, random), n) };
  },
  newcombe(n, random) {
    const [p, q] = [random(), random()];
    const from = { count: drawn(n, p, random), n };
    return { truth: q - p, found: newcombe(from, { count: drawn(n, q, random), n }) };
  },
  newcombePaired(n, random) {
    const { truth, pairs } = drawnPairs(n, random);
    return { truth, found: newcombePaired(pairs) };
  },
  tango(n, random) {
    const { truth, pairs } = drawnPairs(n, random);
    return { truth, found: tango(pairs.onlySecond, pairs.onlyFirst, n) };
  },
  mean(n, random) {
    return { truth: 0, found: figureOf(meanInterval(summaryOf(normals(n, 1, random)))) };
  },
  welch(n, random) {
    const from = summaryOf(normals(n, 1, random));
    return { truth: 0, found: figureOf(welch(from, summaryOf(normals(n, 1 + 2 * random(), random)))) };
  },
  median(n, random) {
    return { truth: 0, found: figureOf(medianInterval(normals(n, 1, random))) };
  },
} satisfies Record<string, Trial>;

export type CoveredInterval = keyof typeof TRIALS;
export const COVERED_INTERVALS = Object.keys(TRIALS) as CoveredInterval[];

/**
 * The share of made-up rooms, 0 to 1, in which the 95 % interval holds what is true, averaged over what may be true, as
 * in Newcombe RG (1998), Stat Med 17:857–890. The same seed gives the same share.
 */
export function coverage(interval: CoveredInterval, n: number, rooms = 10_000, seed = 1): number {
  const random = seededRandom(seed);
  let held = 0;
  for (let room = 0; room < rooms; room += 1) {
    const { truth, found } = TRIALS[interval](n, random);
    if (found && found.low <= truth && truth <= found.high) held += 1;
  }
  return held / rooms;
}

function drawn(n: number, share: number, random: Random): number {
  let count = 0;
  for (let person = 0; person < n; person += 1) if (random() < share) count += 1;
  return count;
}

/** Pairs from four shares, any four that come to one being as likely; the truth is second − first. */
function drawnPairs(n: number, random: Random) {
  const [a = 0, b = 0, c = 0] = [random(), random(), random()].sort((x, y) => x - y);
  const pairs = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (let person = 0; person < n; person += 1) {
    const place = random();
    if (place < a) pairs.both += 1;
    else if (place < b) pairs.onlyFirst += 1;
    else if (place < c) pairs.onlySecond += 1;
    else pairs.neither += 1;
  }
  return { truth: c - b - (b - a), pairs };
}

function normals(n: number, sd: number, random: Random): number[] {
  return Array.from({ length: n }, () => sd * normalOf(random));
}

function figureOf(result: Interval | NoFigure): Interval | undefined {
  return isNoFigure(result) ? undefined : result;
}
