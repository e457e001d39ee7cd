import * as z from 'zod/mini';
import { isPlainText, NOT_PLAIN } from '../plain-text.ts';
import type { QuestionSpec } from '../question.ts';
import { foldWord } from './fold-word.ts';
import { finding, noFinding } from './finding.ts';
import { anyOf } from './pretend.ts';
import type { Finding, NoFinding, QuestionType, TallyBase } from './question-type.ts';
import { bumpWithin, commonest, ownOf, putOwn, sumOf, type CountsWithin } from './counts.ts';
import { refusesOptions } from './text-spec.ts';
import type { ReadTexts, TextSight, WrittenText } from './written-text.ts';

export const MAX_ENTRIES = 5;
export const DEFAULT_ENTRIES = 3 as const;
/** A word or two, also German ones. */
export const MAX_WORD = 30 as const;

const word = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(MAX_WORD), z.refine(isPlainText, NOT_PLAIN));
const answer = z.strictObject({ words: z.array(word).check(z.minLength(1), z.maxLength(MAX_ENTRIES)) });

export type WordCloudAnswer = z.infer<typeof answer>;

/** Each word once per ballot, by its folded form, then by how it was written. */
export interface WordCloudTally extends TallyBase, ReadTexts {
  entries: number;
  words: CountsWithin;
}

const PRETEND_WORDS = [
  'Time',
  'Culture',
  'Managers',
  'Budget',
  'Relevance',
  'Overload',
  'Old tools',
  'Habit',
  'Trust',
];

/** Word cloud: a few words each, the same word counted together however it was written. */
export const wordCloud: QuestionType<WordCloudAnswer, WordCloudTally> = {
  name: 'word-cloud',
  takesOptions: false,
  settings: z.strictObject({ entries: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_ENTRIES))) }),
  answer,
  comparedBy: 'nothing',
  picks: 'several',
  pickedIds: () => [],
  refusesSpec: refusesOptions,
  refuses(spec, { words }) {
    const most = entriesOf(spec);
    return words.length > most
      ? [{ path: 'words', message: most === 1 ? 'Write one word.' : `Write at most ${most} words.` }]
      : [];
  },
  empty: () => ({ ballots: 0, abstained: 0, entries: 0, words: {} }),
  add(tally, { words }, sign) {
    tally.ballots += sign;
    for (const [key, written] of onceEach(words)) {
      tally.entries += sign;
      bumpWithin(tally.words, key, written, sign);
    }
    return tally;
  },
  forRoom: read,
  texts: {
    wait: () => false,
    areGrouped: true,
    key: foldWord,
    all: writtenWords,
    read,
    withoutReasons: (given) => given,
  },
  results: (_spec, tally) => ({ options: [], entries: tally.entries, words: wordsBySize(tally) }),
  table: (_spec, tally) => ({
    columns: [{ id: 'answers', label: 'Answers' }],
    rows: wordsBySize(tally).map(({ text, count }) => ({
      id: `text:${text}`,
      label: text,
      cells: [String(count)],
      bar: count / Math.max(1, tally.ballots),
    })),
  }),
  labels: (_spec, { words }) => words,
  columns: () => [],
  row: () => [],
  finding: (_spec, tally) => mostWritten(tally),
  rules: {
    'most-written':
      'The word that was written most often is named; where several were written equally often, none is.',
  },
  pretend(spec, mind) {
    const words = Array.from({ length: entriesOf(spec) }, () => anyOf(PRETEND_WORDS, mind) ?? 'Time');
    return { words: [...new Set(words)] };
  },
};

export function entriesOf({ settings }: Pick<QuestionSpec, 'settings'>): number {
  const { entries } = settings;
  return typeof entries === 'number' ? entries : DEFAULT_ENTRIES;
}

/** [WC3] A word written twice by one person counts once, as it was written first. */
function onceEach(words: readonly string[]): Map<string, string> {
  const once = new Map<string, string>();
  for (const written of words) {
    const key = foldWord(written);
    if (!once.has(key)) once.set(key, written);
  }
  return once;
}

/** [WC4] The words that may be seen, gathered under labels, the most written ones; how many there were stays. */
function read(tally: WordCloudTally, sight: TextSight): WordCloudTally {
  const gathered: Record<string, { text: () => string; count: number }> = {};
  const labels: Record<string, number> = {};
  for (const [key, spellings] of Object.entries(tally.words)) {
    const group = sight.groupOf(key);
    const count = sumOf(spellings);
    if (group !== null) putOwn(labels, group, (ownOf(labels, group) ?? 0) + count);
    else if (sight.isShown(key)) putOwn(gathered, key, { text: () => commonest(spellings), count });
  }
  for (const [label, count] of Object.entries(labels)) {
    const key = foldWord(label);
    putOwn(gathered, key, { text: () => label, count: count + (ownOf(gathered, key)?.count ?? 0) });
  }
  const largest = Object.entries(gathered)
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, sight.most)
    .map(([key, { text, count }]) => [key, { [text()]: count }] as const);
  return { ...tally, words: Object.fromEntries(largest), labels };
}

function writtenWords({ words }: WordCloudTally): WrittenText[] {
  return Object.values(words).map((spellings) => ({
    text: commonest(spellings),
    count: sumOf(spellings),
    about: [],
  }));
}

/** Most written first; of as many in the order of the alphabet. */
export function wordsBySize({ words }: WordCloudTally): { text: string; count: number }[] {
  return Object.values(words)
    .map((spellings) => ({ text: commonest(spellings), count: sumOf(spellings) }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** [WC5] The word that was written most often, where one was and more than once. What the room may not see leads nothing. */
function mostWritten(tally: WordCloudTally): Finding | NoFinding {
  if (tally.ballots === 0) return noFinding('finding.nobody');
  const [first, second] = wordsBySize(tally);
  if (!first || first.count < 2) return noFinding('finding.no-word-twice');
  if (first.count === second?.count) return noFinding('finding.words-level', { n: first.count });
  return finding(
    { kind: 'describes', rule: 'most-written', leaders: [] },
    { key: 'finding.most-written', values: { word: first.text, n: first.count, total: tally.entries } },
    second ? [{ key: 'finding.next-written', values: { word: second.text, n: second.count } }] : [],
  );
}
