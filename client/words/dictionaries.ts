import type { ComparisonKey } from '../../shared/words/comparison-words.ts';
import type { Phrase } from '../../shared/words/fill.ts';
import type { FindingKey } from '../../shared/words/finding-words.ts';
import type { PhoneWords } from './phone/en.ts';
import type { ScreenWords } from './screen/en.ts';

/** What a language must have: every phrase of the English one, in as many forms as it needs, and no other. */
export type FindingDictionary = Partial<Record<FindingKey, Phrase>>;
export type ComparisonDictionary = Partial<Record<ComparisonKey, Phrase>>;
export type PhoneDictionary = Partial<Record<keyof PhoneWords, Phrase>>;
export type ScreenDictionary = Partial<Record<keyof ScreenWords, Phrase>>;
