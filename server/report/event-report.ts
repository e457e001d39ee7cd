import { footWords } from '../../shared/charts/chart-words.ts';
import type { AskedQuestion, ReportedEvent } from './asked-question.ts';
import { howWeKnow, shortened } from './comparison-report.ts';
import { comparisonTable } from './comparison-table.ts';
import { mainPair } from './main-pair.ts';
import {
  numbersSentence,
  conditionWords,
  eventFacts,
  findingWords,
  roomSentence,
  ruleParagraphs,
} from './event-words.ts';
import { figuresTables, IN_SHORT } from './figures-table.ts';
import { html, type Html } from './html.ts';
import { ownWords } from './own-words.ts';
import { reportDocument, reportHeader, type ReportDocument } from './report-document.ts';
import { hasShares, resultTable } from './result-table.ts';

/** The report of an event: what the room said, a page for each question, and how we know. */
export function eventReport(
  { event, asked }: ReportedEvent,
  { host, now }: { host: string; now: number },
): ReportDocument {
  const findings = html`${reportHeader('Report of an event', now)}
    <h1 class="title">${event.title}</h1>
    <p class="facts">${eventFacts(event)}</p>
    <h2>What the room said</h2>
    ${findingList(asked)}`;
  const sheets = [findings, ...asked.map(questionSheet), ...(asked.length === 0 ? [] : [howSheet(asked)])];
  return reportDocument({ title: event.title, footer: `${host}, ${shortened(event.title)}` }, sheets);
}

function findingList(asked: readonly AskedQuestion[]): Html {
  if (asked.length === 0) return html`<p class="said">No question has been asked and closed yet.</p>`;
  const items = asked.map(
    (each) =>
      html`<li>
        <span>${each.prompt}</span><b>${findingWords(each)}</b><span>${numbersSentence(each)}</span>
        ${lastTimeWords(each)}
      </li>`,
  );
  return html`<ol class="findings">
    ${items}
  </ol>`;
}

/** What moved since earlier times, in the words of the comparison. */
function lastTimeWords({ comparison }: AskedQuestion): Html | null {
  return comparison && html`<span>${comparison.sentences[0]}</span>`;
}

function questionSheet(asked: AskedQuestion): Html {
  const notes = [numbersSentence(asked), roomSentence(asked), conditionWords(asked)]
    .filter(Boolean)
    .join(' ');
  return html`<div class="short">
    <h2 class="question">${asked.prompt}</h2>
    <p class="find">${findingWords(asked)}</p>
    ${resultTable(asked)}
    <p class="nt">${notes}</p>
    ${ownWords(asked)} ${asked.comparison && beside(asked.comparison)}
  </div>`;
}

function beside(comparison: NonNullable<AskedQuestion['comparison']>): Html {
  const { sentences } = comparison;
  const said = [...new Set([sentences[0], sentences.at(-1)])].map((sentence) => html`<p>${sentence}</p>`);
  return html`<h3>Beside earlier times</h3>
    <div class="said">${said}</div>
    ${comparisonTable(comparison, mainPair(comparison), true)}
    <p class="nt">${footWords(comparison).join(' ')}</p>
    <h3>Where the figures come from</h3>
    ${figuresTables(comparison, IN_SHORT)}`;
}

const WILSON =
  'Ranges beside shares are Wilson score intervals without continuity correction, 95 %, as if those who answered had been ' +
  'drawn at random.';

function howSheet(asked: readonly AskedQuestion[]): Html {
  const compared = asked.flatMap(({ comparison }) => comparison?.howWeKnow ?? []);
  const paragraphs = [
    ...ruleParagraphs(asked),
    ...(asked.some(hasShares) ? [WILSON] : []),
    'One phone, one vote: a phone is known by a secret it keeps. Somebody with two phones can vote twice.',
    ...compared,
  ];
  return howWeKnow([...new Set(paragraphs)]);
}
