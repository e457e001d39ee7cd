import { totalOf } from '../../../shared/questions/points-spec.ts';
import { t } from '../../words/words.svelte.ts';
import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import Result from './PhoneResult.svelte';
import { wordsOf } from './points-draft.ts';

export const points: OnPhone = {
  Answer,
  Result,
  hint: (question) => t('points.hint', { total: totalOf(question) }),
  words: wordsOf,
};
