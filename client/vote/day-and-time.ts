import { currentLanguage } from '../words/words.svelte.ts';

/** "Mon 3 May, 18:00", as the phone's reader writes it. */
export function dayAndTime(at: number): string {
  return new Date(at).toLocaleString(currentLanguage(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
