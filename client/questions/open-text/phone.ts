import { t } from '../../words/words.svelte.ts';
import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import Result from './PhoneResult.svelte';

export const openText: OnPhone = {
  Answer,
  Result,
  hint: () => t('text.in-your-words'),
  words: (_question, answer) => [(answer as { text: string }).text],
};
