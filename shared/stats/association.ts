import { chiSquare, marginsOf, type Table } from './chi-square.ts';
import { fisher } from './fisher.ts';
import { monteCarlo } from './monte-carlo.ts';
import { isNoFigure, type NoFigure } from './no-figure.ts';

/** Smallest expected count at which the chi-square distribution is trusted. */
const LEAST_EXPECTED = 5;

/** The test of whether rooms answered alike, as it stands under *How we know*. It decides no word. */
export interface AssociationTest {
  method: 'fisher' | 'monte-carlo' | 'chi-square';
  /** Pearson's X²; none for Fisher's test. */
  statistic?: number;
  /** None but for chi-square. */
  df?: number;
  p: number;
  cramersV: number;
}

/**
 * The test that fits a table of rooms and options: Fisher's for two by two, Monte Carlo where a count under 5 is
 * expected, else Pearson's chi-square. Rooms without answers and options that nobody chose do not count.
 * Source of the rule: Cochran WG (1954), Biometrics 10:417–451, in its strict form.
 */
export function associationTest(table: Table): AssociationTest | NoFigure {
  const result = chiSquare(table);
  if (isNoFigure(result)) return result;
  const { statistic, df, p, cramersV, leastExpected } = result;
  const [[a = 0, b = 0, ...moreColumns] = [], [c = 0, d = 0] = [], ...moreRows] =
    marginsOf(table)?.table ?? [];
  if (moreRows.length === 0 && moreColumns.length === 0)
    return {
      method: 'fisher',
      p: fisher([
        [a, b],
        [c, d],
      ]),
      cramersV,
    };
  if (leastExpected >= LEAST_EXPECTED) return { method: 'chi-square', statistic, df, p, cramersV };
  const drawn = monteCarlo(table);
  return isNoFigure(drawn) ? drawn : { method: 'monte-carlo', statistic, p: drawn.p, cramersV };
}
