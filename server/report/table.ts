import { html, type Html, type Value } from './html.ts';

/** A table that scrolls by itself where it is too wide: the cells of its head, its rows. */
export function tableOf(kind: string, heads: Value, rows: Value): Html {
  return html`<div class="wide">
    <table class="${kind}">
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
