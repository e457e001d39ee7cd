import { pointNow } from '../../shared/charts/chart-words.ts';
import type { Comparison, ComparisonPoint, Disclosure } from '../../shared/comparison/comparison.ts';
import { html, type Html } from './html.ts';
import { tableOf } from './table.ts';
import { headMark } from './row-strip.ts';

type DisclosureRow = [key: keyof Disclosure, words: string];

/** What is disclosed of each time, in this order, with the words beside it. */
export const DISCLOSURE_ROWS: DisclosureRow[] = [
  ['asked', 'Asked'],
  ['whoAnswered', 'Who answered'],
  ['reached', 'Reached how'],
  ['responseRate', 'Of how many'],
  ['wording', 'Wording'],
  ['options', 'Options'],
  ['knownHow', 'Known how'],
  ['whileVoting', 'While voting'],
  ['source', 'Source'],
];
/** What stands on a page that has a result of its own; the report of the comparison has the rest. */
export const IN_SHORT = DISCLOSURE_ROWS.filter(([key]) =>
  ['asked', 'whoAnswered', 'wording', 'knownHow'].includes(key),
);

const COLUMNS = 3;
/** As many as a chart of rows draws. */
const MOST = 12;

/** Where the figures come from: everything a reader needs to judge each time, side by side. */
export function figuresTables(
  { points }: Comparison,
  rows: readonly DisclosureRow[] = DISCLOSURE_ROWS,
): Html {
  const shown = points.slice(-MOST);
  const now = pointNow(points);
  const tables = Math.ceil(shown.length / COLUMNS);
  const columns = Math.ceil(shown.length / Math.max(1, tables));
  const parts = Array.from({ length: tables }, (_, at) => shown.slice(at * columns, (at + 1) * columns));
  return html`${parts.map((part) => figuresTable(part, rows, now))}${
    shown.length < points.length &&
    html`<p class="nt">
      The ${shown.length} latest of ${points.length} times. The file (CSV, XLSX, JSON) has them all.
    </p>`
  }`;
}

function figuresTable(
  points: readonly ComparisonPoint[],
  shown: readonly DisclosureRow[],
  now: string | undefined,
): Html {
  const heads = points.map((point) => html`<th scope="col">${headMark(point, now)}${point.whenText}</th>`);
  const rows = shown
    .filter(([key]) => points.some(({ disclosure }) => disclosure[key] !== 'not known'))
    .map(
      ([key, words]) =>
        html`<tr>
          <th scope="row">${words}</th>
          ${points.map(({ disclosure }) => html`<td>${disclosure[key]}</td>`)}
        </tr>`,
    );
  return tableOf(
    'ds',
    html`<td></td>
      ${heads}`,
    rows,
  );
}
