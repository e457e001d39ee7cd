import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyHttpOptions,
} from 'fastify';
import { existsSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Server } from 'socket.io';
import type { RandomBytes } from '../shared/ids.ts';
import { refusal } from '../shared/result.ts';
import type { Config } from './config.ts';
import { addHealth } from './health.ts';
import { Identity } from './identity.ts';
import { TrustedProxies } from './identity/trusted-proxies.ts';
import { addLive } from './live/live.ts';
import { LiveEventHosts } from './live-event-hosts.ts';
import { lookBackIn } from './look-back.ts';
import { addPages } from './pages.ts';
import { addPublicQuestions } from './public-questions.ts';
import { Reach } from './reach.ts';
import type { RestContext } from './rest/context.ts';
import { onError, sendProblem } from './rest/problem.ts';
import { restPlugin } from './rest/rest.ts';
import { addSecurityHeaders } from './security-headers.ts';
import type { Store } from './store/store.ts';

export interface AppParts {
  config: Config;
  store: Store;
  now: () => number;
  random: RandomBytes;
  version: string;
  /** Where the built pages lie; without them only REST and sockets answer. */
  pagesFolder: string;
  /** What `/readyz` says; absent: as soon as it answers. */
  isReady?: () => boolean;
  /** Absent: nothing is logged. */
  logger?: FastifyBaseLogger;
}

export interface App {
  fastify: FastifyInstance;
  io: Server;
  context: RestContext;
  /** Flushes ballots, tells everybody that it ends, and lets go of the sockets; the store stays open. */
  close(): Promise<void>;
}

/** A request that takes longer to arrive is no request: a slow line sends a vote in far less. */
const REQUEST_MS = 12_000;
/** Node looks twice a minute otherwise, and at a server it did not make itself Fastify sets none of these. */
const IN_TIME = {
  requestTimeout: REQUEST_MS,
  headersTimeout: REQUEST_MS,
  connectionsCheckingInterval: 2_000,
};
/** How long connections may take to hear that the server ends. */
const LAST_WORDS_MS = 1_000;
const MOST_JSON_BYTES = 64 * 1024;

/** Everything that answers, put together and not yet listening. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { config, store, now, random } = parts;
  const hosts = new LiveEventHosts({ store, lookBack: lookBackIn(store), now, random });
  const reach = await Reach.open({
    settings: store.settings,
    now,
    host: config.host,
    port: config.port,
    isTls: config.tls !== undefined,
    publicUrl: config.publicUrl,
  });
  const ownUrls = () => [reach.url()];
  const identity = await Identity.open({ store, now, random, apiToken: config.apiToken, ownUrls });
  const fastify = newFastify(parts);
  const restConfig = {
    version: parts.version,
    dataFolder: config.dataFolder,
    allowInsecureConsole: config.allowInsecureConsole,
  };
  const context: RestContext = { store, hosts, identity, reach, now, random, config: restConfig };
  const proxies = new TrustedProxies(config.trustProxy);

  cutWhoStays(fastify);
  fastify.setErrorHandler(onError);
  fastify.setNotFoundHandler((_request, reply) => sendProblem(reply, refusal('NOT_FOUND')));
  addSecurityHeaders(fastify, config.tls !== undefined);
  await fastify.register(restPlugin, { context });
  const { pagesFolder } = parts;
  addPublicQuestions(fastify, { store, now, pagesFolder, embedAncestors: config.embedAncestors });
  if (existsSync(parts.pagesFolder))
    addPages(fastify, { folder: parts.pagesFolder, allowInsecureConsole: config.allowInsecureConsole });
  const io = addLive(fastify, { ...context, proxies, log: fastify.log, config });
  addHealth(fastify, { store, identity, io, isReady: parts.isReady ?? (() => true) });
  return {
    fastify,
    io,
    context,
    async close() {
      await hosts.close();
      await fastify.close();
    },
  };
}

/** Whoever does not read does not hear of the end either, and must not hold it up. */
function cutWhoStays(fastify: FastifyInstance): void {
  const open = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  fastify.addHook('preClose', async () => {
    setTimeout(() => open.forEach((socket) => socket.destroy()), LAST_WORDS_MS).unref();
  });
}

/** No request is logged: addresses carry tokens' claims, and who asked is nobody's business. */
function newFastify({ config, logger }: AppParts): FastifyInstance {
  const options: FastifyHttpOptions<HttpServer> = {
    ...(logger ? { loggerInstance: logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: MOST_JSON_BYTES,
    requestTimeout: REQUEST_MS,
    http: IN_TIME,
    connectionTimeout: 0,
    forceCloseConnections: true,
    frameworkErrors: onError,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  };
  const { tls } = config;
  if (!tls) return Fastify(options);
  // Given as a factory, the instance keeps one type with and without TLS.
  return Fastify({
    ...options,
    serverFactory: (handler) =>
      createTlsServer({ ...tls, ...IN_TIME, handshakeTimeout: REQUEST_MS }, handler),
  });
}
