import { percentWords } from '../comparison/number-words.ts';
import type { ResultBody } from '../data-point-schema.ts';
import type { FieldError } from '../result.ts';
import { isNoFigure } from '../stats/no-figure.ts';
import { unreportedBounds } from '../stats/shares.ts';
import type { Interval } from '../stats/wilson.ts';
import { keeping, refusesFields, refusesSilence, type Given } from './numbers.ts';

const RANGE = ['shareLow', 'shareHigh'] as const;

/** Whether a share of this option is known at all. */
export function isShared({ share, shareLow, shareHigh }: ResultBody): boolean {
  return share !== undefined || shareLow !== undefined || shareHigh !== undefined;
}

/** The results with their shares, and the ranges that were given. */
export function keptShares({ body }: Given) {
  return body.results.map((result) => keeping(result, 'share', ...RANGE));
}

/** What is wrong with shares: missing, beside counts, ranges that are none, more than everybody. */
export function refusesShares(given: Given): FieldError[] {
  const { body } = given;
  const each = [
    ...refusesSilence(body, 'share', isShared, 'This share is missing.'),
    ...refusesFields(body, ['count'], 'These are shares. If people were counted, say counts.'),
    ...body.results.flatMap(refusesRange),
  ];
  return each.length > 0 || given.isMultiple ? each : refusesSum(body.results);
}

/** At least how many, at most how many: the range, or twice the share. */
export function rangeOf({ share = 0, shareLow = share, shareHigh = share }: ResultBody): Interval {
  return { low: shareLow, high: shareHigh };
}

function refusesRange({ share, shareLow, shareHigh }: ResultBody, index: number): FieldError[] {
  const at = (field: string, message: string) => [{ path: `results.${index}.${field}`, message }];
  if (shareLow === undefined && shareHigh === undefined) return [];
  if (shareLow === undefined) return at('shareLow', 'Give both ends of the range, or none.');
  if (shareHigh === undefined) return at('shareHigh', 'Give both ends of the range, or none.');
  if (shareLow > shareHigh) return at('shareHigh', 'The lower end comes first.');
  if (share !== undefined && (share < shareLow || share > shareHigh))
    return at(
      'share',
      `This lies outside its range of ${percentWords(shareLow)} to ${percentWords(shareHigh)}.`,
    );
  return [];
}

/** Of a single choice, by more than rounding. */
function refusesSum(results: readonly ResultBody[]): FieldError[] {
  const ranges = results.filter(isShared).map(rangeOf);
  const left = unreportedBounds(ranges);
  if (!isNoFigure(left) || left.code !== 'SHARES_ABOVE_ONE') return [];
  const least = ranges.reduce((sum, { low }) => sum + low, 0);
  const message = `The shares come to ${percentWords(least)}. In a single choice they cannot be more than 100\u00a0%.`;
  return [{ path: 'results', message }];
}
