import { parsePath, ROOT, type Route } from './routes.ts';

/** The console's way about, on the History API. */
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
  return (
    !click.defaultPrevented &&
    click.button === 0 &&
    !click.metaKey &&
    !click.ctrlKey &&
    !click.shiftKey &&
    !click.altKey
  );
}

function isOurs(link: HTMLAnchorElement): boolean {
  const isPage = link.target === '' && !link.hasAttribute('download') && link.origin === location.origin;
  return isPage && (link.pathname === ROOT || link.pathname.startsWith(`${ROOT}/`));
}

export const router = new Router();
