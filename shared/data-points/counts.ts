import { percentWords } from '../comparison/number-words.ts';
import type { DataPointBody, ResultBody } from '../data-point-schema.ts';
import type { FieldError } from '../result.ts';
import {
  isEveryOneSaid,
  keeping,
  refusesFields,
  refusesSilence,
  type Given,
  type Numbers,
} from './numbers.ts';
import { refusesRangeOfExact } from './range-of-n.ts';

/** A share beside its count may be rounded to whole percent. */
const ROUNDED = 0.005 + 1e-9;

/** Whole counts. Of a single choice they may say themselves how many answered. */
export function readCounts(given: Given): Numbers {
  const { body } = given;
  const n = body.n ?? inferredN(given);
  const errors = [
    ...refusesSilence(body, 'count', isCounted, 'This count is missing. Are these percentages?'),
    ...refusesFields(body, ['shareLow', 'shareHigh'], 'A count has no range.'),
    ...refusesRangeOfExact(body),
    ...(n === null ? [{ path: 'n', message: missingN(body) }] : refusesTooMany(given, n)),
  ];
  const isInferred = n !== null && n !== body.n;
  const warnings = isInferred ? [{ path: 'n', message: `The counts come to ${n}: kept as n.` }] : [];
  const results = body.results.map((result) => keeping(result, 'count'));
  return { exactness: 'counts', n, nLow: null, nHigh: null, results, errors, warnings };
}

function isCounted({ count }: ResultBody): boolean {
  return count !== undefined;
}

/** Only where every option is counted, and everybody chose one: a room holds some who did not answer. */
function inferredN({ body, isMultiple }: Given): number | null {
  const isWhole = !isMultiple && body.base === 'cast' && isEveryOneSaid(body, isCounted);
  return isWhole ? sumOf(body) : null;
}

function missingN({ base }: DataPointBody): string {
  return base === 'room'
    ? 'Say how many were in the room.'
    : 'Say how many answered: these counts do not tell.';
}

/** More counts than people, and a share that is not that of its count. */
function refusesTooMany({ body, isMultiple }: Given, n: number): FieldError[] {
  const people = body.base === 'room' ? `${n} in the room` : `${n} who answered`;
  const errors = body.results.flatMap(({ count, share }, index) => {
    if (count === undefined) return [];
    if (count > n) return [{ path: `results.${index}.count`, message: `This is more than the ${people}.` }];
    if (share === undefined || Math.abs(share * n - count) <= ROUNDED * n) return [];
    const message = `${count} of ${n} is ${percentWords(count / n)}, not ${percentWords(share)}.`;
    return [{ path: `results.${index}.share`, message }];
  });
  const sum = sumOf(body);
  if (isMultiple || sum <= n || errors.length > 0) return errors;
  return [{ path: 'results', message: `The counts come to ${sum}, more than the ${people}.` }];
}

function sumOf({ results }: DataPointBody): number {
  return results.reduce((sum, { count = 0 }) => sum + count, 0);
}
