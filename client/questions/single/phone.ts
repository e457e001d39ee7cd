import { wordsOf } from '../choice/choice-draft.ts';
import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import Result from './PhoneResult.svelte';

export const single: OnPhone = { Answer, Result, hint: () => 'Choose one', words: wordsOf };
