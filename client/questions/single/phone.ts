import { wordsOf } from '../choice/choice-draft.ts';
import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import Result from './PhoneResult.svelte';
import { t } from '../../words/words.svelte.ts';

export const single: OnPhone = { Answer, Result, hint: () => t('choice.choose-one'), words: wordsOf };
