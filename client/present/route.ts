/** What a page of this entry is for. `pairing` waits for an event. */
export type PresentRoute = { page: 'screen' | 'remote' | 'monitor'; eventId: string } | { page: 'pairing' };

/** `/present/EVENT`, with `?monitor` the one before the presenter, `/remote/EVENT`; anything else asks to be paired. */
export function presentRoute(path: string, search = ''): PresentRoute {
  const [, page, eventId] = path.split('/');
  if (eventId && page === 'present') {
    const isMonitor = new URLSearchParams(search).has('monitor');
    return { page: isMonitor ? 'monitor' : 'screen', eventId: decodeURIComponent(eventId) };
  }
  if (eventId && page === 'remote') return { page: 'remote', eventId: decodeURIComponent(eventId) };
  return { page: 'pairing' };
}
