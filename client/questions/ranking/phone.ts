import { placesOf } from '../../../shared/questions/ranking-spec.ts';
import { t } from '../../words/words.svelte.ts';
import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import Result from './PhoneResult.svelte';
import { wordsOf } from './ranking-draft.ts';

export const ranking: OnPhone = {
  Answer,
  Result,
  hint(question) {
    const places = placesOf(question);
    return places < question.options.length ? t('ranking.first-n', { n: places }) : t('ranking.all');
  },
  words: wordsOf,
};
