import type { ChoiceTally } from '../../../shared/questions/choice.ts';
import {
  ABSTAIN_ID,
  OTHER_ID,
  type OptionResult,
  type TallyBase,
} from '../../../shared/questions/question-type.ts';
import { t } from '../../words/words.svelte.ts';

const ANSWERS_OF_THEIR_OWN = [OTHER_ID, ABSTAIN_ID];

/** Rows as they stand after the reveal: most votes first, ties in ballot order, "other" and abstentions at the end. */
export function sortedRows(rows: readonly OptionResult[]): OptionResult[] {
  const place = ({ id }: OptionResult) => ANSWERS_OF_THEIR_OWN.indexOf(id);
  return [...rows].sort((a, b) => place(a) - place(b) || (place(a) < 0 ? b.count - a.count : 0));
}

/** A share as the screen says it: rounded by itself, no decimals, nothing where nobody answered. */
export function shareNumber(share: number | null): string {
  return share === null ? '' : String(Math.round(share * 100));
}

/** The gap between the first two, as the bracket says it. */
export function apartWords(first: number, second: number): string {
  const votes = Math.abs(first - second);
  return votes === 0 ? t('choice.level') : t('choice.apart', { n: votes });
}

export interface OtherText {
  text: string;
  count: number;
}

/** What people wrote under "other" and the room may see, most often said first. */
export function otherTexts(tally: TallyBase | null): OtherText[] {
  const others = tally && 'others' in tally ? (tally as ChoiceTally).others : {};
  return Object.entries(others)
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count);
}
