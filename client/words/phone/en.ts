import type { Phrase } from '../../../shared/words/fill.ts';
import { FINDING_WORDS } from '../../../shared/words/finding-words.ts';

/** What the phone's page says, by name: the part before the point is the page or the question type that says it. */
export const en = {
  ...FINDING_WORDS,
  'choice.choose-one': 'Choose one',
  'choice.choose-one-first': 'Choose one first.',
  'choice.say-it-first': 'Say it in your words first.',
  'choice.other': 'Other, please say',
  'choice.abstain': 'I would rather not say',
  'answer.send-vote': 'Send my vote',
  'answer.sending': 'Sending',
} satisfies Record<string, Phrase>;

export type PhoneWords = typeof en;
