import type { NotCounted } from '../voter-connection.svelte.ts';
import { t } from '../words/words.svelte.ts';
import { refusalWords } from './refusal-words.ts';

/** What is said about a vote that was refused for good, where it does not have the page to itself. */
export function noticeOf(notCounted: NotCounted | null, askingId: string | undefined): string {
  if (!notCounted) return '';
  const { entry, refusal } = notCounted;
  if (refusal.code === 'REVISION_STALE') return t('refused.stale');
  const isHere = entry.askingId === askingId;
  const values = { prompt: short(entry.prompt), why: refusalWords(refusal) };
  if (refusal.code === 'ASKING_CLOSED') return t(isHere ? 'refused.this-late' : 'refused.other-late', values);
  return t(isHere ? 'refused.this' : 'refused.other', values);
}

function short(prompt: string): string {
  return prompt.length > 60 ? `${prompt.slice(0, 58).trimEnd()}…` : prompt;
}
