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
} satisfies Record<string, Phrase>;

export type ScreenWords = typeof en;
