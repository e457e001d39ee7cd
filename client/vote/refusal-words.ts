import type { Refusal } from '../../shared/result.ts';
import { currentLanguage, termFor } from '../words/words.svelte.ts';

/** Why something was refused. In English as the server says it, if it did, which is the most exact; else by its code. */
export function refusalWords({ code, message }: Pick<Refusal, 'code' | 'message'>): string {
  return currentLanguage() === 'en' && message ? message : termFor(`refusal.${code}`, message);
}
