import { footWords, PROVENANCE_WORDS } from '../../shared/charts/chart-words.ts';
import { dotRowsSvg } from '../../shared/charts/dot-rows-svg.ts';
import { OF_PAGE } from '../../shared/charts/palette.ts';
import type { Comparison, ComparisonPoint } from '../../shared/comparison/comparison.ts';
import { DISCLOSURE_ROWS } from './figures-table.ts';
import { asMarkup, html, type Html } from './html.ts';
import { policyFor } from './page-policy.ts';
import { EMBED_STYLE, PUBLIC_STYLE } from './public-style.ts';
import { styleOf, type ReportDocument } from './report-document.ts';

export interface PublicPage {
  comparison: Comparison;
  /** `@font-face` rules for a face that this server gives out. */
  faces: string;
  /** The bare version for a frame in another page, and who may frame it. */
  embed?: { ancestors: readonly string[] } | undefined;
}

/** What everybody may see of a question: sentence, chart, where the figures come from, how we know. No script in it. */
export function publicPage({ comparison, faces, embed }: PublicPage): ReportDocument {
  const { question, sentences } = comparison;
  const style = faces + PUBLIC_STYLE + (embed ? EMBED_STYLE : '');
  const [headline = '', ...said] = sentences;
  const page = html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${question.prompt}</title>
      <meta name="description" content="${headline}" />
      <meta property="og:title" content="${question.prompt}" />
      <meta property="og:description" content="${headline}" />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="Askagain" />
      ${styleOf(style)}
      <main>
        <h1>${question.prompt}</h1>
        <p class="find">${headline}</p>
        <div class="said">${said.map((sentence) => html`<p>${sentence}</p>`)}</div>
        ${comparison.points.length > 0 && chart(comparison)} ${!embed && judged(comparison)}
      </main>
    </html> `;
  return { html: page.markup, policy: policyFor(style, "'self'", embed?.ancestors ?? []) };
}

/** Drawn for two widths: the page has no script to measure with. Only one of them is ever shown. */
function chart(comparison: Comparison): Html {
  const draw = (width: number) => asMarkup(dotRowsSvg(comparison, { width, palette: OF_PAGE, isBare: true }));
  return html`<figure>
    <div class="wide">${draw(860)}</div>
    <div class="narrow">${draw(350)}</div>
    <figcaption>${footWords(comparison).join(' ')}</figcaption>
  </figure>`;
}

/** What one needs to judge the figures, and how they were reckoned. */
function judged({ points, howWeKnow }: Comparison): Html {
  return html`${
      points.length > 0 &&
      html`<h2>Where the figures come from</h2>
        ${points.map(disclosed)}`
    }
    <h2>How we know</h2>
    <div class="how">${howWeKnow.map((words) => html`<p>${words}</p>`)}</div>
    <footer>Asked and counted with Askagain.</footer>`;
}

function disclosed({ whenText, label, provenance, disclosure }: ComparisonPoint): Html {
  const rows = DISCLOSURE_ROWS.filter(([key]) => disclosure[key] !== 'not known').map(
    ([key, words]) =>
      html`<dt>${words}</dt>
        <dd>${disclosure[key]}</dd>`,
  );
  return html`<details>
    <summary>${whenText} <span>${label}, ${PROVENANCE_WORDS[provenance]}</span></summary>
    <dl>${rows}</dl>
  </details>`;
}
