/** Where the console is. The address is the truth; everything else is read from it. */
export type EventTab = 'edit' | 'run' | 'wall' | 'results' | 'setup';
/** What is done with one question: `result` is one that came from elsewhere, `matching` says which options are the same. */
export type QuestionTab = 'history' | 'edit' | 'result' | 'matching' | 'compare';

export type Route =
  | { page: 'events' }
  | { page: 'event'; eventId: string; tab: EventTab }
  | { page: 'questions' }
  | { page: 'new-question' }
  | { page: 'question'; questionId: string; tab: QuestionTab; itemId: string | undefined }
  | { page: 'import' }
  | { page: 'setup' }
  | { page: 'reach' }
  | { page: 'people' }
  | { page: 'nowhere' };

export const ROOT = '/organise';
const TABS: readonly string[] = ['edit', 'run', 'wall', 'results', 'setup'];

/** The route of a path. Ids are letters and digits, so nothing is decoded; `/organise/events/ID` alone is the editor. */
export function parsePath(path: string): Route {
  const [noun, id, ...rest] = path.slice(ROOT.length).split('/').filter(Boolean);
  if (noun === undefined || (noun === 'events' && id === undefined)) return { page: 'events' };
  if (noun === 'events' && id !== undefined) return eventRoute(id, rest);
  if (noun === 'questions') return id === undefined ? { page: 'questions' } : questionRoute(id, rest);
  if (id !== undefined) return { page: 'nowhere' };
  if (noun === 'setup' || noun === 'reach' || noun === 'people' || noun === 'import') return { page: noun };
  return { page: 'nowhere' };
}

function eventRoute(eventId: string, [tab = 'edit', ...rest]: string[]): Route {
  const isTab = rest.length === 0 && TABS.includes(tab);
  return isTab ? { page: 'event', eventId, tab: tab as EventTab } : { page: 'nowhere' };
}

/** `new` is what is not written yet; ids are longer. */
function questionRoute(questionId: string, [noun, item, ...rest]: string[]): Route {
  if (questionId === 'new') return noun === undefined ? { page: 'new-question' } : { page: 'nowhere' };
  const at = (tab: QuestionTab, itemId?: string): Route => ({ page: 'question', questionId, tab, itemId });
  if (rest.length > 0) return { page: 'nowhere' };
  if (noun === undefined) return at('history');
  if (item === undefined) return noun === 'edit' || noun === 'compare' ? at(noun) : { page: 'nowhere' };
  if (noun === 'results') return at('result', item === 'new' ? undefined : item);
  return noun === 'matching' ? at('matching', item) : { page: 'nowhere' };
}
