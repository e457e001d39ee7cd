import type { Comparison, PointDifference } from '../../shared/comparison/comparison.ts';
import { html, type Html } from './html.ts';
import { tableOf } from './table.ts';

/** Who moved where, of the same people asked twice: rows the first time, columns the second. */
export function movesTable({ options }: Comparison, { transitions, n }: PointDifference): Html | null {
  if (!transitions) return null;
  const labels = transitions.options.map(
    (id) => options.find(({ optionIds }) => optionIds.includes(id))?.label ?? 'Other',
  );
  const heads = labels.map((label) => html`<th scope="col">${label}</th>`);
  const rows = transitions.moved.map((row, from) => {
    const cells = row.map((count, to) => html`<td class="${from === to ? 'same' : 'moved'}">${count}</td>`);
    return html`<tr>
      <th scope="row">${labels[from]}</th>
      ${cells}
      <td class="gone">${transitions.notAgain[from]}</td>
    </tr>`;
  });
  return html`<h2>Who moved where, of ${n.from ?? 0} who answered both times</h2>
    ${tableOf(
      'moves',
      html`<th scope="col">First, then</th>
        ${heads}
        <th scope="col" class="gone">did not answer again</th>`,
      rows,
    )}`;
}
