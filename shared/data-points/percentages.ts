import { isNoFigure } from '../stats/no-figure.ts';
import { wholeCounts } from '../stats/whole-counts.ts';
import { isEveryOneSaid, keeping, type Given, type Numbers } from './numbers.ts';
import { rangeOfN, refusesNobody, refusesRangeOfExact } from './range-of-n.ts';
import { isShared, keptShares, refusesShares } from './shares.ts';

const NEEDS_N = 'Say of how many these are percentages.';

/** Percentages of a known n: counts, where exactly one whole count rounds to each. */
export function readPercentages(given: Given): Numbers {
  const { n = null } = given.body;
  const errors = [
    ...refusesShares(given),
    ...refusesRangeOfExact(given.body),
    ...(n === null ? [{ path: 'n', message: NEEDS_N }] : refusesNobody(n, 'n')),
  ];
  const counted = errors.length === 0 && n !== null ? countedOf(given, n) : undefined;
  const asShares = { exactness: 'percent-of-n' as const, results: keptShares(given), warnings: [] };
  return { ...(counted ?? asShares), n, nLow: null, nHigh: null, errors };
}

/** Percentages of "about n": the range of n is kept as it was given, or proposed. */
export function readAboutPercentages(given: Given): Numbers {
  const about = rangeOfN(given.body);
  const hasN = about.n !== null || about.nLow !== null || about.nHigh !== null;
  const errors = [
    ...refusesShares(given),
    ...about.errors,
    ...(hasN ? [] : [{ path: 'n', message: NEEDS_N }]),
  ];
  return { ...about, exactness: 'percent-of-about-n', results: keptShares(given), errors };
}

/** A range that was given says that the percentages are not exact: they stay shares. */
function countedOf(given: Given, n: number): Pick<Numbers, 'exactness' | 'results' | 'warnings'> | undefined {
  const { body, isMultiple } = given;
  if (body.results.some(({ shareLow }) => shareLow !== undefined)) return undefined;
  const counts = countsOf(given, n);
  if (!counts || (!isMultiple && sumOf(counts) > n)) return undefined;
  const left = [...counts];
  const results = body.results.map((result) =>
    isShared(result) ? keeping({ ...result, count: left.shift() }, 'count') : keeping(result),
  );
  const warnings = body.results.flatMap(({ share }, index) =>
    share === undefined
      ? []
      : [
          {
            path: `results.${index}.share`,
            message: `${percentOf(share)}\u00a0% of ${n} is ${results[index]?.count}: kept as a count.`,
          },
        ],
  );
  return { exactness: 'counts', results, warnings };
}

function countsOf({ body, isMultiple }: Given, n: number): number[] | undefined {
  const percentages = body.results.flatMap(({ share }) => (share === undefined ? [] : [percentOf(share)]));
  const decimals = Math.max(0, ...percentages.map(decimalsOf));
  const isOfferKnown = body.optionsOffered !== undefined && body.optionsOffered !== null;
  const mustSum = !isMultiple && body.base === 'cast' && isOfferKnown && isEveryOneSaid(body, isShared);
  const counts = wholeCounts(percentages, n, decimals, mustSum);
  return isNoFigure(counts) ? undefined : counts;
}

/** 0.07 is 7, not 7.000000000000001. */
function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}

function decimalsOf(percentage: number): number {
  return Math.min(10, /\.(\d+)$/.exec(String(percentage))?.[1]?.length ?? 0);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
