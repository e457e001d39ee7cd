import { footWords } from '../../shared/charts/chart-words.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import { smallNumber } from '../../shared/comparison/number-words.ts';
import { comparisonTable, differencesTables } from './comparison-table.ts';
import { mainPair } from './main-pair.ts';
import { figuresTables } from './figures-table.ts';
import { html, type Html } from './html.ts';
import { movesTable } from './moves-table.ts';
import { reportDocument, reportHeader, type ReportDocument } from './report-document.ts';

export interface ComparisonReport {
  comparison: Comparison;
  /** Chosen pairs: the first of them stands beside the rows. */
  pairs?: readonly (readonly [string, string])[] | undefined;
  /** The address people know this server by. */
  host: string;
  now: number;
}

/** The report of a comparison: one HTML file that stands alone and prints on A4. */
export function comparisonReport({ comparison, pairs, host, now }: ComparisonReport): ReportDocument {
  const { prompt } = comparison.question;
  const sheet = html`${reportHeader('Report of a comparison', now)}
    <h1>${prompt}</h1>
    ${saidWords(comparison)} ${comparisonParts(comparison, pairs)} ${howWeKnow(comparison.howWeKnow)}`;
  return reportDocument(
    { title: prompt, footer: `${host}, ${timesWords(comparison)}: ${shortened(prompt)}` },
    [sheet],
  );
}

/** The headline, then what else is to be said. */
export function saidWords({ sentences: [first, ...others] }: Comparison): Html {
  return html`<p class="find">${first}</p>
    <div class="said">${others.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}

/** Rows with numbers, what one must know to read them, the other differences, and where the figures come from. */
export function comparisonParts(comparison: Comparison, pairs?: ComparisonReport['pairs']): Html {
  if (comparison.points.length === 0) return html``;
  const pair = mainPair(comparison, pairs);
  return html`${comparisonTable(comparison, pair)}
    <p class="nt">${footWords(comparison).join(' ')}</p>
    ${comparison.differences.map((each) => movesTable(comparison, each))}
    ${differencesTables(comparison, pair)}
    <h2>Where the figures come from</h2>
    ${figuresTables(comparison)}`;
}

export function howWeKnow(paragraphs: readonly string[]): Html {
  return html`<h2>How we know</h2>
    <div class="how">${paragraphs.map((words) => html`<p>${words}</p>`)}</div>`;
}

function timesWords({ points: { length } }: Comparison): string {
  return length === 1 ? 'asked once' : `${smallNumber(length)} times asked`;
}

const MOST_LETTERS = 70;

/** As much of a text as a footer holds. */
export function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= MOST_LETTERS ? text : `${letters.slice(0, MOST_LETTERS).join('').trimEnd()}…`;
}
