import { scaleEnd } from '../../shared/charts/axis.ts';
import { isInLine, pointNow, shareWithRange, shortTimes } from '../../shared/charts/chart-words.ts';
import { dotRowsSvg } from '../../shared/charts/dot-rows-svg.ts';
import { PRINT } from '../../shared/charts/palette.ts';
import type { Comparison, OptionDifference, PointDifference } from '../../shared/comparison/comparison.ts';
import { differenceWords, verdictWords } from '../../shared/comparison/result-words.ts';
import { asMarkup, html, type Html } from './html.ts';
import { tableOf } from './table.ts';
import { headMark, rowStrip, stripAxis, type Strip } from './row-strip.ts';

/** More times than these have no column each: their numbers stand in the chart. */
const MOST_COLUMNS = 4;
const FULL = 672;
/** What the numbers of so many times leave to a strip of marks. */
const WIDTHS = [300, 300, 300, 262, 196];

/** Rows of marks with a column of numbers for each time, and the difference of one pair at the right. */
export function comparisonTable(
  comparison: Comparison,
  pair: PointDifference | undefined,
  isCompact = false,
): Html {
  const { points, options, foreground } = comparison;
  if (points.length > MOST_COLUMNS)
    return asMarkup(dotRowsSvg(comparison, { width: FULL, palette: PRINT, isBare: true }));
  const now = pointNow(points);
  const width = WIDTHS[points.length] ?? 200;
  const strip: Strip = { width, end: scaleEnd(comparison), now, isCompact };
  const times = shortTimes(points);
  const heads = points.map(
    (point, index) => html`<th scope="col" class="n">${headMark(point, now)}${times[index]}</th>`,
  );
  const rows = options.map((row, index) => {
    if (!isInLine(comparison, row)) return null;
    const { optionId, label } = row;
    const marks = points.map((point) => ({ point, option: point.options[index] }));
    const numbers = marks.map(
      ({ option }) => html`<td class="n">${option ? shareWithRange(option) : '?'}</td>`,
    );
    return html`<tr class="${optionId === foreground ? 'first' : 'other'}">
      <th scope="row">${label}</th>
      <td class="strip">${rowStrip(marks, strip)}</td>
      ${numbers}${pair && differenceCell(pair, optionId)}
    </tr>`;
  });
  return tableOf(
    'rows',
    html`<td></td>
      <td class="strip">${stripAxis(strip)}</td>
      ${heads}${pair && differenceHead(comparison, pair)}`,
    rows,
  );
}

function differenceHead({ points }: Comparison, { from, to }: PointDifference): Html {
  return html`<th scope="col" class="n">${pairTimes(points, from, to)}<br />percentage points</th>`;
}

function differenceCell({ options }: PointDifference, optionId: string): Html {
  const option = options.find((each) => each.optionId === optionId);
  return option
    ? html`<td class="n">${cellWords(option)}</td>`
    : html`<td class="n"><small>not compared</small></td>`;
}

function cellWords(option: OptionDifference): Html {
  const word = verdictWords(option);
  return html`${differenceWords(option)}<small>${option.clear ? html`<b>${word}</b>` : word}</small>`;
}

function pairTimes(points: Comparison['points'], from: string, to: string): string {
  const times = shortTimes(points);
  const timeOf = (id: string) => times[points.findIndex((point) => point.id === id)] ?? '';
  return `${timeOf(from)} to ${timeOf(to)}`;
}

/** Fewer pairs to a table, so that it fits the page. */
const PAIRS_IN_A_ROW = 4;

/** The differences of all pairs but the one that stands beside the rows already. */
export function differencesTables(comparison: Comparison, shown: PointDifference | undefined): Html | null {
  const all =
    comparison.points.length > MOST_COLUMNS
      ? comparison.differences
      : comparison.differences.filter((pair) => pair !== shown);
  const pairs = all.filter(({ options }) => options.length > 0).slice(-3 * PAIRS_IN_A_ROW);
  if (pairs.length === 0) return null;
  const parts = Array.from({ length: Math.ceil(pairs.length / PAIRS_IN_A_ROW) }, (_, at) =>
    pairs.slice(at * PAIRS_IN_A_ROW, (at + 1) * PAIRS_IN_A_ROW),
  );
  return html`<h2>
      ${shown && comparison.points.length <= MOST_COLUMNS ? 'The other differences' : 'Differences'},
      percentage points
    </h2>
    ${parts.map((part) => pairsTable(comparison, part))}`;
}

function pairsTable({ points, options }: Comparison, pairs: readonly PointDifference[]): Html {
  const heads = pairs.map(
    ({ from, to }) => html`<th scope="col" class="n">${pairTimes(points, from, to)}</th>`,
  );
  const rows = options
    .filter(({ optionId }) => pairs.some((pair) => pair.options.some((each) => each.optionId === optionId)))
    .map(
      ({ optionId, label }) =>
        html`<tr>
          <th scope="row">${label}</th>
          ${pairs.map((pair) => differenceCell(pair, optionId))}
        </tr>`,
    );
  return tableOf(
    'rows pairs',
    html`<td></td>
      ${heads}`,
    rows,
  );
}
