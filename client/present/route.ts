/** What a page of this entry is for. `pairing` waits for an event. */
export type PresentRoute =
  { page: 'screen'; eventId: string } | { page: 'remote'; eventId: string } | { page: 'pairing' };

/** `/present/EVENT`, `/remote/EVENT`; anything else asks to be paired. */
export function presentRoute(path: string): PresentRoute {
  const [, page, eventId] = path.split('/');
  if (eventId && page === 'present') return { page: 'screen', eventId: decodeURIComponent(eventId) };
  if (eventId && page === 'remote') return { page: 'remote', eventId: decodeURIComponent(eventId) };
  return { page: 'pairing' };
}
