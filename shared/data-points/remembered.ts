import { percentWords } from '../comparison/number-words.ts';
import type { ResultBody } from '../data-point-schema.ts';
import { refusesFields, refusesSilence, keeping, type Given, type Numbers } from './numbers.ts';
import { rangeOfN } from './range-of-n.ts';
import { keptShares, refusesShares } from './shares.ts';

/** What the form proposes around "90 % or so". */
const OR_SO = 0.05;

/** Shares that somebody remembers: each with a range, given or proposed; words may stand alone. */
export function readRemembered(given: Given): Numbers {
  const proposed = given.body.results.map(withRange);
  const withRanges = { ...given, body: { ...given.body, results: proposed } };
  const about = rangeOfN(given.body);
  const warnings = given.body.results.flatMap(({ share, shareLow }, index) => {
    const { shareLow: low = 0, shareHigh: high = 0 } = proposed[index] ?? {};
    const message = `No range was given: kept as ${percentWords(low)} to ${percentWords(high)}.`;
    return share === undefined || shareLow !== undefined
      ? []
      : [{ path: `results.${index}.shareLow`, message }];
  });
  return {
    ...about,
    exactness: 'remembered',
    results: keptShares(withRanges),
    errors: [...refusesShares(withRanges), ...about.errors],
    warnings: [...about.warnings, ...warnings],
  };
}

/** Words alone: "little support". */
export function readWords({ body }: Given): Numbers {
  const errors = [
    ...refusesSilence(body, 'words', () => false, 'Say in a few words what was reported.'),
    ...refusesFields(body, ['count', 'share', 'shareLow', 'shareHigh'], 'Words alone have no numbers.'),
  ];
  const about = rangeOfN(body);
  const results = body.results.map((result) => keeping(result));
  return { ...about, exactness: 'words', results, errors: [...errors, ...about.errors] };
}

function withRange(result: ResultBody): ResultBody {
  const { share, shareLow, shareHigh } = result;
  if (share === undefined || shareLow !== undefined || shareHigh !== undefined) return result;
  return {
    ...result,
    shareLow: tidy(Math.max(0, share - OR_SO)),
    shareHigh: tidy(Math.min(1, share + OR_SO)),
  };
}

/** 0.6 + 0.05 is 0.65. */
function tidy(share: number): number {
  return Number(share.toFixed(12));
}
