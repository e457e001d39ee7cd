import { quarters } from '../../shared/charts/axis.ts';
import type { AskedQuestion } from './asked-question.ts';
import { html, type Html } from './html.ts';
import { tableOf } from './table.ts';
import { barStrip, stripAxis, type Strip } from './row-strip.ts';

const WIDTH = 290;

/** The result of one time asked: a bar, votes, share and range for each option, in ballot order. */
export function resultTable({ results, finding }: AskedQuestion): Html {
  const { options } = results;
  const leaders = new Set(finding.kind === 'none' ? [] : finding.leaders);
  const most = Math.max(0, ...options.map(({ share }) => share ?? 0));
  const strip: Strip = {
    width: WIDTH,
    end: quarters(1).find((quarter) => most <= quarter) ?? 1,
    now: undefined,
  };
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
