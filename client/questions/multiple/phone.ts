import { wordsOf } from '../choice/choice-draft.ts';
import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import Result from './PhoneResult.svelte';
import { picksHint } from './picks.ts';

export const multiple: OnPhone = { Answer, Result, hint: picksHint, words: wordsOf };
