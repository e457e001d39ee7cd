import { keptStore } from '../line/kept-store.ts';

const kept = keptStore(() => sessionStorage);

const keyOf = (page: string, eventId: string) => `askagain.${page}.${eventId}`;

/**
 * The token this tab was opened with. It comes in the fragment, which no server sees, and leaves the address at once;
 * from then on it lives in this tab alone, through reloads.
 */
export function takeToken(page: 'screen' | 'remote' | 'monitor', eventId: string): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('t');
  if (given) {
    keepToken(page, eventId, given);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return given ?? kept.get(keyOf(page, eventId)) ?? undefined;
}

export function keepToken(page: 'screen' | 'remote' | 'monitor', eventId: string, token: string): void {
  kept.set(keyOf(page, eventId), token);
}
