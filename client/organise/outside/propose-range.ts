import { readCount, readPercent, writePercent } from './number-input.ts';
import type { ResultForm, ResultLine } from './result-draft.svelte.ts';

const OR_SO = 0.05;
const ABOUT = 0.2;

/** "90 % or so" is proposed as 85 to 95 %, to be changed by whoever knows better; a range that was changed stays. */
export function proposeShare(line: Pick<ResultLine, 'percent' | 'low' | 'high'>, before: string) {
  const share = readPercent(line.percent);
  const isOwn = line.low !== '' || line.high !== '';
  if (share === undefined || !(share <= 1) || (isOwn && !isProposed(line, before))) return {};
  return rangeAround(share);
}

function isProposed({ low, high }: { low: string; high: string }, before: string): boolean {
  const share = readPercent(before);
  if (share === undefined || !(share <= 1)) return false;
  const proposed = rangeAround(share);
  return proposed.low === low && proposed.high === high;
}

function rangeAround(share: number): { low: string; high: string } {
  const end = (of: number) => writePercent(Number(Math.min(1, Math.max(0, of)).toFixed(12)));
  return { low: end(share - OR_SO), high: end(share + OR_SO) };
}

/** "Around 100" is proposed as 80 to 120. */
export function proposeN({ n, nLow, nHigh }: Pick<ResultForm, 'n' | 'nLow' | 'nHigh'>) {
  const about = readCount(n);
  if (about === undefined || Number.isNaN(about) || nLow !== '' || nHigh !== '') return {};
  return {
    nLow: String(Math.round(about * (1 - ABOUT))),
    nHigh: String(Math.round(about * (1 + ABOUT))),
  };
}
