import type { DataPointBody } from '../data-point-schema.ts';
import type { FieldError } from '../result.ts';
import type { Numbers } from './numbers.ts';

/** What the form proposes where a person says "about" and no more. */
const ABOUT = 0.2;

type RangeOfN = Pick<Numbers, 'n' | 'nLow' | 'nHigh' | 'errors' | 'warnings'>;

/** "About n" as a range a person gave, or n ± 20 %. Without an n there is none. */
export function rangeOfN(body: DataPointBody): RangeOfN {
  const { n = null, nLow = null, nHigh = null } = body;
  if (nLow === null && nHigh === null) return n === null ? notKnown() : proposed(n);
  return { n, nLow, nHigh, errors: refusesRange(n, nLow, nHigh), warnings: [] };
}

/** An exact n has no range; one that says the same is let pass. */
export function refusesRangeOfExact({ n, nLow, nHigh }: DataPointBody): FieldError[] {
  const message = 'Here n is exact and has no range. Where it is “about”, say so (percent-of-about-n).';
  return Object.entries({ nLow, nHigh }).flatMap(([path, end]) =>
    end === undefined || end === null || end === n ? [] : [{ path, message }],
  );
}

function notKnown(): RangeOfN {
  return { n: null, nLow: null, nHigh: null, errors: [], warnings: [] };
}

function proposed(n: number): RangeOfN {
  const [nLow, nHigh] = [Math.round(n * (1 - ABOUT)), Math.round(n * (1 + ABOUT))];
  const warning = { path: 'nLow', message: `No range of n was given: kept as ${nLow} to ${nHigh}.` };
  return { n, nLow, nHigh, errors: refusesNobody(n, 'n'), warnings: [warning] };
}

function refusesRange(n: number | null, nLow: number | null, nHigh: number | null): FieldError[] {
  const message = 'Give both ends of the range, or none.';
  if (nLow === null) return [{ path: 'nLow', message }];
  if (nHigh === null) return [{ path: 'nHigh', message }];
  if (nLow > nHigh) return [{ path: 'nHigh', message: 'The lower number comes first.' }];
  if (n !== null && n < nLow) return [{ path: 'nLow', message: `This is above n, which is ${n}.` }];
  if (n !== null && n > nHigh) return [{ path: 'nHigh', message: `This is below n, which is ${n}.` }];
  return refusesNobody(nLow, 'nLow');
}

export function refusesNobody(n: number, path: string): FieldError[] {
  return n > 0 ? [] : [{ path, message: 'Of nobody there are no shares: at least 1.' }];
}
