import type { OpenAnswer } from '../../../shared/questions/open-text.ts';
import type { Reason } from '../../../shared/questions/why.ts';
import type { AskingResults } from '../entities.ts';

interface Said {
  text: string;
  count: number;
}

export interface OwnWordList {
  head: string;
  said: Said[];
}

/** What a type with texts adds to its results. */
interface Written {
  reasons?: Reason[];
  others?: Said[];
  answers?: OpenAnswer[];
}

/** What people wrote, by what it is about: reasons by the option chosen, answers by their label. */
export function ownWordLists(
  { options }: { options: { id: string; label: string }[] },
  results: AskingResults,
): OwnWordList[] {
  const { reasons = [], others = [], answers = [] } = results as unknown as Written;
  return [
    ...options.map(({ id, label }) => ({
      head: `Why ${label}`,
      said: reasons.filter(({ optionIds }) => optionIds.includes(id)),
    })),
    { head: 'Other', said: others },
    { head: 'Why other', said: reasons.filter(({ optionIds }) => optionIds.includes('other')) },
    ...byLabel(answers),
  ].filter(({ said }) => said.length > 0);
}

/** Those under no label last; who wrote the same stands there once. */
function byLabel(answers: readonly OpenAnswer[]): OwnWordList[] {
  const lists = new Map<string, Map<string, number>>();
  for (const { text, group = '' } of answers) {
    const texts = lists.get(group) ?? new Map<string, number>();
    lists.set(group, texts.set(text, (texts.get(text) ?? 0) + 1));
  }
  // Without labels the result's own table has them.
  if (lists.size === 1 && lists.has('')) return [];
  return [...lists]
    .sort(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([group, texts]) => ({
      head: group === '' ? 'Under no label' : group,
      said: [...texts].map(([text, count]) => ({ text, count })),
    }));
}
