import type { Random } from './random.ts';

/** Below this many, ln n! is kept; above, Stirling's series is exact to 1e-13. */
const KEPT = 1024;
const LN_FACTORIALS = lnFactorials();

/**
 * Counts of a random table with these row and column sums, as likely as if the answers had been dealt to the rooms
 * blindly. Row by row, cell by cell, each from its hypergeometric distribution: the time does not grow with the answers.
 * Source: Patefield WM (1981), Appl Stat 30:91–97 (algorithm AS 159).
 */
export function randomTable(rows: readonly number[], columns: readonly number[], random: Random): number[][] {
  const left = [...columns];
  return rows.map((row) => {
    let toDeal = row;
    let inColumns = left.reduce((sum, count) => sum + count, 0);
    return left.map((count, column) => {
      const cell = hypergeometric(toDeal, count, inColumns, random);
      inColumns -= count;
      toDeal -= cell;
      left[column] = count - cell;
      return cell;
    });
  });
}

/** How many of `marked` are among `drawn` of `all`: by inversion, from the likeliest count outwards. */
export function hypergeometric(drawn: number, marked: number, all: number, random: Random): number {
  const least = Math.max(0, drawn + marked - all);
  const most = Math.min(drawn, marked);
  if (least === most) return least;
  const up = (k: number) => ((marked - k) * (drawn - k)) / ((k + 1) * (all - marked - drawn + k + 1));
  let above = Math.min(most, Math.floor(((marked + 1) * (drawn + 1)) / (all + 2)));
  let below = above;
  let overMass = Math.exp(lnLikelihood(above, drawn, marked, all));
  let underMass = overMass;
  let left = random() - overMass;
  const mode = above;
  while (left > 0 && (above < most || below > least)) {
    overMass = above < most ? overMass * up(above) : 0;
    if (above < most) above += 1;
    left -= overMass;
    if (left <= 0) return above;
    underMass = below > least ? underMass / up(below - 1) : 0;
    if (below > least) below -= 1;
    left -= underMass;
    if (left <= 0) return below;
    // What rounding leaves over.
    if (overMass + underMass === 0) return mode;
  }
  return mode;
}

function lnLikelihood(k: number, drawn: number, marked: number, all: number): number {
  return lnChoose(marked, k) + lnChoose(all - marked, drawn - k) - lnChoose(all, drawn);
}

function lnChoose(n: number, k: number): number {
  return lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);
}

function lnFactorial(n: number): number {
  const kept = LN_FACTORIALS[n];
  if (kept !== undefined) return kept;
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3);
}

function lnFactorials(): Float64Array {
  const kept = new Float64Array(KEPT);
  for (let n = 2; n < KEPT; n += 1) kept[n] = (kept[n - 1] ?? 0) + Math.log(n);
  return kept;
}
