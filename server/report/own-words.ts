import type { OpenAnswer } from '../../shared/questions/open-text.ts';
import type { Reason } from '../../shared/questions/why.ts';
import type { AskedQuestion } from './asked-question.ts';
import { html, type Html } from './html.ts';

interface Said {
  text: string;
  count: number;
}

/** What a type with texts adds to its results. */
interface OwnWords {
  reasons?: Reason[];
  others?: Said[];
  answers?: OpenAnswer[];
}

/** What people wrote and the room was shown, by what it is about; beside it the host's note of what was said. */
export function ownWords({ results, asking }: AskedQuestion): Html | null {
  const { reasons = [], others = [], answers = [] } = results as OwnWords;
  const written = [
    ...results.options.map(({ id, label }) => listOf(label, about(reasons, id))),
    listOf('In their own words', others),
    ...inGroups(answers),
  ].filter((list) => list !== null);
  const { said } = asking;
  if (written.length === 0 && said === null) return null;
  return html`${written.length > 0 && html`<h3>${reasons.length > 0 ? 'Why' : 'What people wrote'}</h3>`}
  ${written}
  ${
    said !== null &&
    html`<h3>What was said in the room</h3>
      ${said.split(/\n+/).map((line) => html`<p>${line}</p>`)}`
  }`;
}

function about(reasons: readonly Reason[], id: string): Said[] {
  return reasons.filter(({ optionIds }) => optionIds.includes(id));
}

function listOf(head: string, said: readonly Said[]): Html | null {
  if (said.length === 0) return null;
  const items = said.map(({ text, count }) => html`<li>“${text}”${count > 1 && ` (${count} times)`}</li>`);
  return html`<p class="own">${head}</p>
    <ul class="own">
      ${items}
    </ul>`;
}

/** By label, those under none last; who wrote the same stands there once. */
function inGroups(answers: readonly OpenAnswer[]): (Html | null)[] {
  const groups = new Map<string, Map<string, number>>();
  for (const { text, group = '' } of answers) {
    const texts = groups.get(group) ?? new Map<string, number>();
    groups.set(group, texts.set(text, (texts.get(text) ?? 0) + 1));
  }
  // Without labels the result's own table has them.
  if (groups.size === 1 && groups.has('')) return [];
  const named = [...groups].sort(([a], [b]) => Number(a === '') - Number(b === ''));
  return named.map(([group, texts]) =>
    listOf(
      group === '' ? 'Under no label' : group,
      [...texts].map(([text, count]) => ({ text, count })),
    ),
  );
}
