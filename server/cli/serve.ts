import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { buildApp, type App } from '../app.ts';
import type { Config } from '../config.ts';
import { makeDemoOnce } from '../demo.ts';
import { inPackage, ownVersion } from '../package-files.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { CliFailure } from './cli-failure.ts';
import type { Io } from './say.ts';
import { welcome } from './welcome.ts';

/** Phones come in bursts: a whole room scans the same code within seconds. */
const BACKLOG = 4096;
const STDERR = 2;

/** Starts the server and says where it is; resolves when it has ended after a signal. */
export async function serve(config: Config, io: Io): Promise<void> {
  const logger = pino({ level: config.logLevel, base: null }, pino.destination(STDERR));
  const log = (line: string) => logger.error(line);
  const store = await openSqliteStore({ folder: config.dataFolder, log });
  let app: App | undefined;
  try {
    app = await buildApp({
      config,
      store,
      now: Date.now,
      random: (length) => randomBytes(length),
      version: ownVersion(),
      pagesFolder: inPackage('dist/client'),
      logger,
    });
    await listen(app, config);
    const demo = config.demo ? await makeDemoOnce(app.context) : undefined;
    await welcome(app.context, config, demo, io);
    logger.info({ version: ownVersion() }, 'started');
    await untilSignal();
    logger.info('ending');
  } finally {
    await end(app, store);
  }
}

async function listen({ fastify }: App, { host, port }: Config): Promise<void> {
  try {
    await fastify.listen({ host, port, backlog: BACKLOG });
  } catch (error) {
    throw new CliFailure(whyNotListening((error as NodeJS.ErrnoException).code, host, port, error));
  }
}

function whyNotListening(code: string | undefined, host: string, port: number, error: unknown): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another port: npm start -- --port ${port + 1}`;
  if (code === 'EACCES')
    return `Port ${port} needs rights this user does not have. Choose one above 1023: npm start -- --port 3000`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST takes an address of this machine; ${host} is none.`;
  return `The server could not listen on ${host}, port ${port} (${error instanceof Error ? error.message : code}).`;
}

/** A second signal ends the process at once, as people expect. */
function untilSignal(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => settle());
  });
}

async function end(app: App | undefined, store: Store): Promise<void> {
  await app?.close();
  await store.close();
}
