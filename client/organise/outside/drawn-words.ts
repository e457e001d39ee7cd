import { percentWords, rangeWords } from '../../../shared/comparison/number-words.ts';
import type { DataPoint, ReportedResult } from '../../../shared/data-point.ts';
import { countOf } from '../../../shared/count-words.ts';

/** How a result will be drawn wherever it is compared, a sentence each. */
export function drawnWords(point: DataPoint, isMultiple: boolean): string[] {
  return [...asAWhole(point), ...ofEach(point), ...leftForOthers(point, isMultiple)];
}

function asAWhole({ exactness, n, nLow, nHigh, results }: DataPoint): string[] {
  if (exactness === 'counts')
    return [`Whole counts of ${n}: drawn as filled squares, each with its 95 % range.`];
  if (exactness === 'words') return ['Only words: nothing is drawn, the words stand in their place.'];
  const of = n !== null && nLow === null ? `of ${n}` : nHigh === null ? '' : `of ${nLow} to ${nHigh}`;
  if (exactness === 'remembered')
    return [`Remembered${of && `, ${of}`}: drawn as open diamonds with dashed ranges, no line of chance.`];
  const why =
    exactness === 'percent-of-n' ? 'No whole counts are behind these' : 'How many answered is not exact';
  return [
    `${why}, so ${countOf(results.length, 'share is', 'shares are')} drawn as given, no line of chance.`,
  ];
}

function ofEach({ exactness, results, n }: DataPoint): string[] {
  if (exactness === 'words') return results.map(({ label, words }) => `${label}: “${words}”`);
  return results.map((result) => `${result.label}: ${shareWords(result, n)}`);
}

function shareWords({ count, share, shareLow, shareHigh, words }: ReportedResult, n: number | null): string {
  if (count !== undefined)
    return n === null ? String(count) : `${count} of ${n}, ${percentWords(count / Math.max(1, n))}`;
  if (shareLow !== undefined && shareHigh !== undefined)
    return `drawn as ${rangeWords({ low: shareLow, high: shareHigh })}`;
  if (share !== undefined) return percentWords(share);
  return `“${words ?? ''}”, no number`;
}

/** What nothing was said of cannot be more than what the others leave. */
function leftForOthers({ results, optionsOffered, n, exactness }: DataPoint, isMultiple: boolean): string[] {
  const silent = (optionsOffered ?? []).filter(
    (label) => !results.some((each) => isNumber(each) && each.label.toLowerCase() === label.toLowerCase()),
  );
  if (isMultiple || exactness === 'words' || (optionsOffered !== null && silent.length === 0)) return [];
  const least = results.reduce((sum, result) => sum + leastOf(result, n), 0);
  const left = Math.max(0, 1 - least);
  const any =
    optionsOffered === null ? 'any other option' : silent.length === 1 ? silent[0] : 'any other option';
  return [`That leaves ${rangeWords({ low: 0, high: left })} for ${any}. Nothing unknown is drawn as zero.`];
}

function isNumber({ count, share, shareLow }: ReportedResult): boolean {
  return count !== undefined || share !== undefined || shareLow !== undefined;
}

function leastOf({ count, share, shareLow }: ReportedResult, n: number | null): number {
  if (count !== undefined) return n ? count / n : 0;
  return shareLow ?? share ?? 0;
}
