import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import Result from './PhoneResult.svelte';
import { scaleHint, wordsOf } from './scale-draft.ts';

export const scale: OnPhone = { Answer, Result, hint: scaleHint, words: wordsOf };
