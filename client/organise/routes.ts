/** Where the console is. The address is the truth; everything else is read from it. */
export type EventTab = 'edit' | 'run' | 'results' | 'setup';

export type Route =
  | { page: 'events' }
  | { page: 'event'; eventId: string; tab: EventTab }
  | { page: 'questions' }
  | { page: 'question'; questionId: string | undefined }
  | { page: 'setup' }
  | { page: 'reach' }
  | { page: 'people' }
  | { page: 'nowhere' };

export const ROOT = '/organise';
const TABS: readonly string[] = ['edit', 'run', 'results', 'setup'];

/** The route of a path. Ids are letters and digits, so nothing is decoded; `/organise/events/ID` alone is the editor. */
export function parsePath(path: string): Route {
  const [noun, id, tab, ...rest] = path.slice(ROOT.length).split('/').filter(Boolean);
  if (rest.length > 0) return { page: 'nowhere' };
  if (noun === undefined || (noun === 'events' && id === undefined)) return { page: 'events' };
  if (noun === 'events' && id !== undefined) return eventRoute(id, tab ?? 'edit');
  if (noun === 'questions' && tab === undefined) return questionRoute(id);
  if (id !== undefined) return { page: 'nowhere' };
  if (noun === 'setup' || noun === 'reach' || noun === 'people') return { page: noun };
  return { page: 'nowhere' };
}

function eventRoute(eventId: string, tab: string): Route {
  return TABS.includes(tab) ? { page: 'event', eventId, tab: tab as EventTab } : { page: 'nowhere' };
}

/** `new` is a question that is not written yet; ids are longer. */
function questionRoute(id: string | undefined): Route {
  if (id === undefined) return { page: 'questions' };
  return { page: 'question', questionId: id === 'new' ? undefined : id };
}
