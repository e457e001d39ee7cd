import { whenWords } from '../../shared/comparison/when-words.ts';
import { embeddedFaces } from './faces.ts';
import { asMarkup, html, type Html } from './html.ts';
import { policyFor } from './page-policy.ts';
import { reportStyle } from './report-style.ts';

/** A report as one file that stands alone, and the content policy it is served with. */
export interface ReportDocument {
  html: string;
  policy: string;
}

/** Puts sheets together; each begins on a page of its own. */
export function reportDocument(
  { title, footer }: { title: string; footer: string },
  sheets: readonly Html[],
): ReportDocument {
  const body = html`<main>${sheets.map((sheet) => html`<section class="sheet">${sheet}</section> `)}</main>`;
  const style = embeddedFaces(title + body.markup) + reportStyle(footer);
  const whole = html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta http-equiv="content-security-policy" content="${policyFor(style, 'data:')}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      ${styleOf(style)} ${body}
    </html> `;
  return { html: whole.markup, policy: policyFor(style, 'data:', ["'self'"]) };
}

/** Not a space more than what its hash is of. */
export function styleOf(style: string): Html {
  return asMarkup(`<style>${style}</style>`);
}

/** The line over the first sheet. */
export function reportHeader(what: string, now: number): Html {
  return html`<header>
    <span class="brand">${MARK}Askagain</span><span>${what}, ${dayWords(now)}</span>
  </header>`;
}

const MARK = asMarkup(
  '<svg width="21" height="15" viewBox="0 0 28 20" aria-hidden="true"><path d="M0 3h23v14H0z" fill="#ca3b0f"/>' +
    '<path d="M13.500 0h5v20h-5z" fill="#fff"/><path d="M14.500 0h3v20h-3z" fill="#17191f"/></svg>',
);

/** The day it is where this server stands: "24 November 2026". */
export function dayWords(now: number): string {
  const at = new Date(now);
  const date = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return whenWords({ date: date.join('-'), precision: 'day' });
}
