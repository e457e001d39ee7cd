/** Headers of a request, as Node and Fastify give them. */
export interface SeenHeaders {
  authorization?: string | undefined;
  cookie?: string | undefined;
  origin?: string | undefined;
  host?: string | undefined;
  'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * Where a request comes from: our own pages, a page of somebody else, or something that does not say (a program, or a
 * browser that follows a link or reads from its own page).
 */
export type Source = 'own' | 'foreign' | 'unsaid';

/** `ours` are further addresses of this server, its public URL among them; asked only where `Host` does not tell. */
export function sourceOf(headers: SeenHeaders, ours: () => readonly string[]): Source {
  const { origin, host } = headers;
  if (origin === undefined) return siteOf(headers['sec-fetch-site']);
  const from = parse(origin);
  if (!from) return 'foreign';
  // Parsed with the origin's scheme, so that a usual port may be named or left out.
  const isHost = host !== undefined && parse(`${from.protocol}//${host}`)?.host === from.host;
  const isOwn = isHost || ours().some((url) => parse(url)?.origin === from.origin);
  return isOwn ? 'own' : 'foreign';
}

/** Browsers say this over HTTPS and on localhost only. `none`: typed or bookmarked by the person. */
function siteOf(site: SeenHeaders['sec-fetch-site']): Source {
  if (site === 'same-origin') return 'own';
  return site === undefined || site === 'none' ? 'unsaid' : 'foreign';
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
