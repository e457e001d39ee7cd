import { day } from '../../../shared/schemas.ts';

/** The day a text begins with, where it is written as YYYY-MM-DD: other orders of day and month are not guessed. */
export function dayOf(text: string): string | null {
  const found = /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
  return found !== undefined && day.safeParse(found).success ? found : null;
}

/** The one day that all of these speak of; null where there are several, or none. */
export function oneDay(texts: readonly string[]): string | null {
  const days = new Set(texts.filter((text) => text !== '').map(dayOf));
  const [only = null] = days;
  return days.size === 1 ? only : null;
}
