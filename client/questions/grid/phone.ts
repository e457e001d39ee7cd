import { gridOf } from '../../../shared/questions/grid-spec.ts';
import { t } from '../../words/words.svelte.ts';
import type { OnPhone } from '../on-phone.ts';
import { valueWords } from '../numbers/scale-words.ts';
import Answer from './Answer.svelte';
import { wordsOf } from './grid-draft.ts';
import Result from './PhoneResult.svelte';

export const grid: OnPhone = {
  Answer,
  Result,
  hint(question) {
    const { min, max } = gridOf(question);
    return t('scale.each-from-to', {
      low: valueWords(min, undefined),
      high: valueWords(max, undefined),
    });
  },
  words: wordsOf,
};
