import type { Refusal } from '../../shared/result.ts';
import { t } from '../words/words.svelte.ts';

/** Why the screen shows no event any more, in the words of somebody in the room. */
export function refusedWords({ code, message }: Refusal): string {
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return t('refused.no-event');
  if (code === 'NOT_FOUND') return t('refused.gone');
  return code === 'PROTOCOL_OLD' ? t('refused.old') : message;
}
