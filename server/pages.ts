import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { join, sep } from 'node:path';
import { INSECURE_CONSOLE } from './identity/console-line.ts';
import { refusal } from '../shared/result.ts';
import { isSafeLine } from './rest/caller-of.ts';
import { sendProblem } from './rest/problem.ts';

interface PagesOptions {
  /** Where the built pages lie. */
  folder: string;
  allowInsecureConsole: boolean;
}

const YEAR_S = 365 * 24 * 3600;

/** The three pages and what they load. A page's name in the address is the client's to read. */
export function addPages(app: FastifyInstance, { folder, allowInsecureConsole }: PagesOptions): void {
  const assets = join(folder, 'assets') + sep;
  void app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    // Names under assets/ carry a hash of what is in them.
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.startsWith(assets) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
      ),
    // Pages answer under the names people read only: /organise.html would pass by the refusal below.
    globIgnore: ['**/*.br', '**/*.gz', '*.html'],
  });
  const page = (name: string) => (_request: unknown, reply: FastifyReply) => reply.sendFile(`${name}.html`);
  for (const path of ['/present', '/present/:event', '/remote/:event'])
    app.get(path, { schema: { hide: true } as object }, page('present'));
  for (const path of ['/organise', '/organise/*']) {
    app.get(path, { schema: { hide: true } as object }, (request, reply) => {
      if (!allowInsecureConsole && !isSafeLine(request)) return refuseConsole(reply);
      return reply.sendFile('organise.html');
    });
  }
  app.get('/embed/*', { schema: { hide: true } as object }, (_request, reply) =>
    sendProblem(reply, refusal('NOT_BUILT')),
  );
  // `/`, `/try`, and any code: whether an event is open under it, the page asks and says. What has a dot is a file's name.
  for (const path of ['/', '/:code(^[^.]+$)'])
    app.get(path, { schema: { hide: true } as object }, page('vote'));
}

function refuseConsole(reply: FastifyReply): FastifyReply {
  return reply
    .code(403)
    .header('content-type', 'text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>Askagain: the console</title><main><h1>The console does not answer here</h1><p>${INSECURE_CONSOLE}</p></main></html>`,
    );
}
