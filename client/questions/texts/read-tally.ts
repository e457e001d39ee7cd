import type { TallyBase } from '../../../shared/questions/question-type.ts';
import type { OpenTextTally } from '../../../shared/questions/open-text.ts';
import type { WordCloudTally } from '../../../shared/questions/word-cloud.ts';

/** What a tally of texts says, for phones, which take no code from `shared/questions`. */

export interface Counted {
  text: string;
  count: number;
}

/** As it came from the server: one spelling for each word, most written first. */
export function largestWords(tally: TallyBase): Counted[] {
  return Object.values((tally as WordCloudTally).words)
    .flatMap((spellings) => Object.entries(spellings))
    .map(([text, count]) => ({ text, count }))
    .sort(bySize);
}

/** Labels with how many answers stand under each, the largest first. */
export function largestGroups(tally: TallyBase): Counted[] {
  return Object.entries((tally as OpenTextTally).labels ?? {})
    .map(([text, count]) => ({ text, count }))
    .sort(bySize);
}

/** Answers in the order in which to read them. */
export function answersIn(tally: TallyBase): string[] {
  const { newest, texts } = tally as OpenTextTally;
  return newest ?? Object.keys(texts);
}

function bySize(a: Counted, b: Counted): number {
  return b.count - a.count || (a.text < b.text ? -1 : 1);
}
