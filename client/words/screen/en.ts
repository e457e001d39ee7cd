import type { Phrase } from '../../../shared/words/fill.ts';
import { FINDING_WORDS } from '../../../shared/words/finding-words.ts';

/** What the projected screen says, by name: the part before the point is the view or the question type that says it. */
export const en = {
  ...FINDING_WORDS,
  'asking.opens-soon': 'Voting opens soon.',
  'table.caption': 'The result as a table',
  'column.votes': 'Votes',
  'column.share': 'Share',
  'row.other': 'Other',
  'row.abstain': 'Abstained',
  'column.answers': 'Answers',
  'row.no-label': '(under no label)',
  'words.none-yet': 'No words yet.',
  'words.area': 'Letter area follows the count.',
  'words.grouped': 'Spellings and near words are counted together by the host.',
  'words.more': { one: '{n} more word.', other: '{n} more words.' },
  'text.none-yet': 'No answers yet.',
  'text.read-first': {
    one: '{n} answer. It is read before it is shown.',
    other: '{n} answers. They are read before they are shown.',
  },
  'text.more': { one: 'And {n} more answer.', other: 'And {n} more answers.' },
  'why.asked': 'Why?',
  'why.more': { one: 'and {n} more reason', other: 'and {n} more reasons' },
} satisfies Record<string, Phrase>;

export type ScreenWords = typeof en;
