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

const ROOT = '/organise';
const TABS: readonly string[] = ['edit', 'run', 'results', 'setup'];

/** The route of a path; `/organise/events/ID` alone is the editor. */
export function parsePath(path: string): Route {
  const [noun, id, tab, ...rest] = path.slice(ROOT.length).split('/').filter(Boolean).map(decodeURIComponent);
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

class Router {
  #path = $state(location.pathname);
  readonly route: Route = $derived(parsePath(this.#path));

  constructor() {
    addEventListener('popstate', () => (this.#path = location.pathname));
    document.addEventListener('click', (click) => this.#follow(click));
  }

  get path(): string {
    return this.#path;
  }

  /** Goes to a path of the console, with an entry in the browser's history. */
  go(path: string): void {
    history.pushState(null, '', path);
    this.#path = location.pathname;
    scrollTo(0, 0);
  }

  /** Plain links inside the console change the page without loading it anew; all others are the browser's. */
  #follow(click: MouseEvent): void {
    const link = (click.target as Element | null)?.closest?.('a');
    if (!link || !isPlain(click) || !isOurs(link)) return;
    click.preventDefault();
    this.go(link.pathname + link.search + link.hash);
  }
}

function isPlain(click: MouseEvent): boolean {
  return !click.defaultPrevented && click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
}

function isOurs(link: HTMLAnchorElement): boolean {
  const isPage = link.target === '' && !link.hasAttribute('download') && link.origin === location.origin;
  return isPage && (link.pathname === ROOT || link.pathname.startsWith(`${ROOT}/`));
}

export const router = new Router();
