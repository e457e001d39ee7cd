import type { DataPoint, ReportedResult } from '../data-point.ts';
import { sameLabel } from '../data-points/labels.ts';
import type { Question } from '../question.ts';
import { questionType } from '../questions/registry.ts';
import type { Interval } from '../stats/wilson.ts';
import type { Answered, ComparedPoint, Known, Offered } from './compared-point.ts';
import type { Means } from './means.ts';
import { wordingNumbers, wordingOf } from './wording.ts';

/** A result that came from elsewhere, as it enters a comparison. */
export function reportedPoint(
  point: DataPoint,
  question: Question,
  means: Means,
  hasEvidence: boolean,
): ComparedPoint {
  const isMultiple = questionType(question.type).picks === 'several';
  return {
    id: point.id,
    kind: 'data-point',
    label: point.label,
    when: point.when,
    at: Date.parse(`${point.when.date}T00:00:00Z`),
    audience: point.audience,
    audienceTags: point.audienceTags,
    place: null,
    reached: point.reached,
    askedBy: point.askedBy,
    method: point.method,
    isByHand: false,
    prompt: point.prompt,
    wording: point.wording,
    wordingNumber: wordingNumberOf(point, question),
    version: null,
    interim: point.interim,
    isOpen: false,
    exactness: point.exactness,
    base: point.base,
    isMultiple,
    answered: answeredOf(point),
    joined: null,
    roomSize: null,
    offered: offeredOf(point, question, means),
    isOfferKnown: point.optionsOffered !== null || (!isMultiple && isAllReported(point)),
    abstained: null,
    patterns: null,
    conditions: null,
    eventId: null,
    importedFile: point.imported?.file ?? null,
    source: point.source,
    hasEvidence,
  };
}

/** Words count as the question's only where a person said that they were exactly these. */
function wordingNumberOf({ wording, prompt }: DataPoint, question: Question): number | null {
  if (wording !== 'exact') return null;
  if (prompt !== null) return wordingOf(question, prompt);
  const numbers = new Set(wordingNumbers(question).values());
  return numbers.size === 1 ? 1 : null;
}

function answeredOf({ n, nLow, nHigh }: DataPoint): Answered {
  if (nLow !== null && nHigh !== null) return { low: nLow, high: nHigh };
  return n === null ? null : { low: n, high: n };
}

/** Counts that come to n leave nothing for an option that was not reported. */
function isAllReported({ n, results }: DataPoint): boolean {
  const counts = results.map(({ count }) => count);
  return n !== null && counts.every((count) => count !== undefined) && sum(counts) === n;
}

function sum(counts: readonly (number | undefined)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}

/** Every option that was offered, as far as that is known. */
function offeredOf(point: DataPoint, question: Question, means: Means): Offered[] {
  const labels = point.optionsOffered ?? point.results.map(({ label }) => label);
  return labels.map((label) => {
    const result = point.results.find((each) => sameLabel(each.label, label)) ?? silent(label, question);
    return {
      key: label,
      label,
      means: means.ofResult(point.id, result),
      known: knownOf(result),
      words: result.words ?? null,
    };
  });
}

/** What was offered in the question’s own words and not reported is that option, until somebody decides otherwise. */
function silent(label: string, { versions }: Question): ReportedResult {
  const options = versions.flatMap((version) => version.options);
  const own = [...options].reverse().find((option) => sameLabel(option.label, label));
  return own ? { label, optionId: own.id } : { label };
}

function knownOf(result: ReportedResult): Known {
  if (result.count !== undefined) return { kind: 'counted', count: result.count };
  const range = rangeOf(result);
  return range ? { kind: 'given', range, share: result.share ?? null } : { kind: 'unreported' };
}

/** What a person entered; a bare percentage stands for all that rounds to it. */
function rangeOf({ share, shareLow, shareHigh }: ReportedResult): Interval | undefined {
  if (shareLow !== undefined && shareHigh !== undefined) return { low: shareLow, high: shareHigh };
  if (share === undefined) return undefined;
  const half = halfDigit(share);
  return { low: Math.max(0, share - half), high: Math.min(1, share + half) };
}

/** Half of the last digit of a percentage, as a share: 38 % is 0.005, 38.2 % is 0.0005. */
function halfDigit(share: number): number {
  const decimals = [0, 1, 2].find((digits) => isWhole(share * 100 * 10 ** digits)) ?? 3;
  return 0.005 / 10 ** decimals;
}

function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6;
}
