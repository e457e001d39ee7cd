import { randomBytes } from 'node:crypto';
import { buildApp, type App } from '../app.ts';
import type { Config } from '../config.ts';
import { makeDemoOnce } from '../demo.ts';
import { inPackage, ownVersion } from '../package-files.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { CliFailure } from './cli-failure.ts';
import { freePort } from './free-port.ts';
import { newLogger } from './logger.ts';
import type { Io } from './say.ts';
import { untilSignal } from './until-signal.ts';
import { welcome } from './welcome.ts';

/** Phones come in bursts: a whole room scans the same code within seconds. */
const BACKLOG = 4096;
/** After this long the process ends all the same: every acknowledged ballot is on disk. */
const LONGEST_END_MS = 4_000;

/** Starts the server and says where it is; resolves when it has ended after a signal. */
export async function serve(settings: Config, io: Io): Promise<void> {
  const config = { ...settings, port: settings.port || (await freePort(settings.host)) };
  const logger = newLogger(config.logLevel);
  const log = (line: string) => logger.error(line);
  const store = await openSqliteStore({ folder: config.dataFolder, log });
  let app: App | undefined;
  let isReady = false;
  // From here on: a signal during the start ends it in order too.
  const ending = untilSignal();
  try {
    app = await buildApp({
      config,
      store,
      now: Date.now,
      random: (length) => randomBytes(length),
      version: ownVersion(),
      pagesFolder: inPackage('dist/client'),
      isReady: () => isReady,
      logger,
    });
    await listen(app, config);
    // Not before the port is ours: the first start that succeeds is the one to show the demo event.
    const demo = config.demo ? await makeDemoOnce(app.context) : undefined;
    isReady = true;
    await welcome(app.context, config, demo, io);
    logger.info({ version: ownVersion() }, 'started');
    await ending;
    logger.info('ending');
    setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
  } finally {
    await end(app, store);
  }
}

async function listen({ fastify }: App, { host, port }: Config): Promise<void> {
  try {
    // Fastify's own line would tell this machine's addresses.
    await fastify.listen({ host, port, backlog: BACKLOG, listenTextResolver: () => 'listening' });
  } catch (error) {
    throw new CliFailure(whyNotListening((error as NodeJS.ErrnoException).code, host, port, error));
  }
}

function whyNotListening(code: string | undefined, host: string, port: number, error: unknown): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop it, or choose another port: npm start -- --port ${port + 1}`;
  if (code === 'EACCES')
    return `Port ${port} needs rights this user does not have. Choose one above 1023: npm start -- --port 3000`;
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code ?? ''))
    return `HOST takes an address of this machine; ${host} is none.`;
  return `The server could not listen on ${host}, port ${port} (${error instanceof Error ? error.message : code}).`;
}

async function end(app: App | undefined, store: Store): Promise<void> {
  await app?.close();
  await store.close();
}
