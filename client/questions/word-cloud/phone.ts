import type { OnPhone } from '../on-phone.ts';
import Answer from './Answer.svelte';
import { entriesOf, wordsHint } from './entries.ts';
import Result from './PhoneResult.svelte';

export const wordCloud: OnPhone = {
  Answer,
  Result,
  hint: ({ settings }) => wordsHint(entriesOf(settings)),
  words: (_question, answer) => (answer as { words: string[] }).words,
};
