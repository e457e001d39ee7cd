import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { join, sep } from 'node:path';
import { INSECURE_CONSOLE } from './identity/console-line.ts';
import { refusal } from '../shared/result.ts';
import { pageFile } from './page-file.ts';
import { isSafeLine } from './rest/caller-of.ts';
import { sendProblem } from './rest/problem.ts';

interface PagesOptions {
  /** Where the built pages lie. */
  folder: string;
  allowInsecureConsole: boolean;
}

const YEAR_S = 365 * 24 * 3600;
const hidden = { schema: { hide: true } as object };

/** The three pages and what they load. A page's name in the address is the client's to read. */
export function addPages(app: FastifyInstance, options: PagesOptions): void {
  const { folder, allowInsecureConsole } = options;
  addFiles(app, folder);
  for (const path of ['/present', '/present/:event', '/remote/:event'])
    app.get(path, hidden, pageFile(folder, 'present'));
  const organise = pageFile(folder, 'organise');
  for (const path of ['/organise', '/organise/*'])
    app.get(path, hidden, (request, reply) =>
      allowInsecureConsole || isSafeLine(request) ? organise(request, reply) : refuseConsole(reply),
    );
  app.get('/embed/*', hidden, (_request, reply) => sendProblem(reply, refusal('NOT_BUILT')));
  // `/`, `/try`, and any code: whether an event is open under it, the page asks and says. What has a dot is a file's name.
  // A printed ticket says the code and its own letters.
  for (const path of ['/', '/:code(^[^.]+$)', '/:code(^[^.]+$)/:ticket(^[2-9A-Za-z]{26}$)'])
    app.get(path, hidden, pageFile(folder, 'vote'));
}

function addFiles(app: FastifyInstance, folder: string): void {
  const assets = join(folder, 'assets') + sep;
  void app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    // Names under assets/ carry a hash of what is in them.
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.startsWith(assets) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
      ),
    // Pages answer under the names people read only: /organise.html would pass by the refusal.
    globIgnore: ['**/*.br', '**/*.gz', '*.html'],
  });
}

function refuseConsole(reply: FastifyReply): FastifyReply {
  return reply
    .code(403)
    .header('cache-control', 'no-store')
    .header('content-type', 'text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>Askagain: the console</title><main><h1>The console does not answer here</h1><p>${INSECURE_CONSOLE}</p></main></html>`,
    );
}
