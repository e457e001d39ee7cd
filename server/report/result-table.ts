import { quarters } from '../../shared/charts/axis.ts';
import type { AskedQuestion } from './asked-question.ts';
import { html, type Html } from './html.ts';
import { tableOf } from './table.ts';
import { barStrip, stripAxis, type Strip } from './row-strip.ts';

const WIDTH = 290;
/** Of the bar, where more columns than these want room. */
const COLUMNS = 3;
const EACH_TAKES = 44;
const LEAST_WIDTH = 90;

/** More columns than these do not fit a sheet. */
const MOST_COLUMNS = 7;

/** Whether its answers are shares of those who answered. */
export function hasShares({ type }: Pick<AskedQuestion, 'type'>): boolean {
  return type.comparedBy === 'shares';
}

/** The result of one time asked, in ballot order. */
export function resultTable(asked: AskedQuestion): Html {
  return hasShares(asked) ? sharesTable(asked) : ownTable(asked);
}

/** The type's own table, with a bar beside each row that has one. */
function ownTable({ results: { table }, finding }: AskedQuestion): Html {
  const leaders = leadersOf(finding);
  const bars = table.rows.map(({ bar }) => bar ?? 0);
  const hasBars = table.rows.some(({ bar }) => bar !== undefined);
  const places = table.columns.flatMap(({ isDetail }, place) =>
    isDetail && table.columns.length > MOST_COLUMNS ? [] : [place],
  );
  const strip = stripFor(
    bars,
    Math.max(LEAST_WIDTH, WIDTH - EACH_TAKES * Math.max(0, places.length - COLUMNS)),
  );
  const rows = table.rows.map(
    ({ id, label, cells, bar }) =>
      html`<tr class="${leaders.has(id) ? 'first' : 'other'}">
        <th scope="row">${label}</th>
        ${hasBars && html`<td class="strip">${barStrip(bar ?? null, strip, leaders.has(id))}</td>`}
        ${places.map((place) => html`<td class="n">${cells[place]}</td>`)}
      </tr>`,
  );
  const heads = places.map((place) => html`<th scope="col" class="n">${table.columns[place]?.label}</th>`);
  return tableOf(
    'rows result',
    html`<td></td>
      ${hasBars && html`<td class="strip"></td>`} ${heads}`,
    rows,
  );
}

function leadersOf(finding: AskedQuestion['finding']): Set<string> {
  return new Set(finding.kind === 'none' ? [] : finding.leaders);
}

/** A scale that holds them all. */
function stripFor(bars: readonly number[], width = WIDTH): Strip {
  const most = Math.max(0, ...bars);
  return { width, end: quarters(1).find((quarter) => most <= quarter) ?? 1, now: undefined };
}

/** A bar, votes, share and range for each option. */
function sharesTable({ results, finding }: AskedQuestion): Html {
  const { options } = results;
  const leaders = leadersOf(finding);
  const strip = stripFor(options.map(({ share }) => share ?? 0));
  const rows = options.map(({ id, label, count, share, low, high }) => {
    const range = low === null || high === null ? '' : `${percent(low)}–${percent(high)}`;
    return html`<tr class="${leaders.has(id) ? 'first' : 'other'}">
      <th scope="row">${label}</th>
      <td class="strip">${barStrip(share, strip, leaders.has(id))}</td>
      <td class="n">${share === null ? '–' : `${percent(share)} %`}</td>
      <td class="n">${range}</td>
      <td class="n">${count}</td>
    </tr>`;
  });
  return tableOf(
    'rows result',
    html`<td></td>
      <td class="strip">${stripAxis(strip)}</td>
      <th scope="col" class="n">of those who<br />answered</th>
      <th scope="col" class="n">95 % range</th>
      <th scope="col" class="n">votes</th>`,
    rows,
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}`;
}
