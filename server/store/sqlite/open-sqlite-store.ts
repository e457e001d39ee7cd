import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { AskingId } from '../../../shared/ids.ts';
import { Refused } from '../../../shared/result.ts';
import type { ApiToken, BallotStore, Store, TokenStore } from '../store.ts';
import { StoreUnusable } from '../store-unusable.ts';
import { holdDataFolder, type HeldFolder } from './data-folder.ts';
import { migrate } from './migrate-database.ts';
import { packCasts, unpackBallot, unpackOutcomes, type BallotRow } from './packed-ballots.ts';
import type { CopierCalls, ReaderCalls } from './reader.ts';
import { StoreThread } from './store-thread.ts';
import type { WriterCalls } from './writer.ts';

export interface SqliteOptions {
  /** Made when it is missing; holds `askagain.db`, its lock and named backups. */
  folder: string;
  /** For tests; else each ballot gets the time at which its transaction is written. */
  clock?: (() => number) | undefined;
  /** What went wrong inside, one line each; never what people answered. */
  log?: ((line: string) => void) | undefined;
  /** A quota for the database in pages of 4 KiB, for tests of a full disk. */
  mostPages?: number | undefined;
}

interface Threads {
  writer: StoreThread<WriterCalls>;
  reader: StoreThread<ReaderCalls>;
}

/** A token's last use is kept to the minute: a write per request would be one per request. */
const USE_IS_FRESH_MS = 60_000;

/**
 * The store in one file of a folder. Takes the folder, brings the database up to date, starts a writer and a reader.
 * Throws `StoreUnusable`, and leaves everything as it was, when folder or file cannot be used.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const held = holdDataFolder(options.folder);
  try {
    migrate(held, (options.clock ?? Date.now)());
    return storeOf(held, await startThreads(held.database, options), options);
  } catch (error) {
    held.release();
    throw error instanceof StoreUnusable ? error : unopened(held, error);
  }
}

async function startThreads(
  file: string,
  { mostPages, log = console.error }: SqliteOptions,
): Promise<Threads> {
  const [writer, reader] = await Promise.allSettled([
    StoreThread.start<WriterCalls>({ role: 'writer', file, mostPages }, log),
    StoreThread.start<ReaderCalls>({ role: 'reader', file }, log),
  ]);
  if (writer.status === 'fulfilled' && reader.status === 'fulfilled')
    return { writer: writer.value, reader: reader.value };
  for (const thread of [writer, reader]) if (thread.status === 'fulfilled') await thread.value.close();
  throw [writer, reader].find((thread) => thread.status === 'rejected')?.reason;
}

function storeOf(
  held: HeldFolder,
  { writer, reader }: Threads,
  { clock, log = console.error }: SqliteOptions,
): Store {
  const now = clock ?? Date.now;
  const imports = writer.remote('imports', 'all');
  return {
    events: {
      ...writer.remote('events', 'create', 'commit', 'erase'),
      ...reader.remote(
        'events',
        'load',
        'idByCode',
        'list',
        'counts',
        'expired',
        'byClock',
        'overdue',
        'idle',
      ),
    },
    questions: {
      ...writer.remote('questions', 'save'),
      ...reader.remote('questions', 'get', 'many', 'list'),
    },
    askings: reader.remote('askings', 'eventOf', 'ofQuestion', 'timesAsked', 'wasAsked', 'rehearsedIn'),
    dataPoints: {
      ...writer.remote('dataPoints', 'saveAll', 'remove', 'putEvidence', 'removeEvidence'),
      ...reader.remote('dataPoints', 'get', 'ofQuestion', 'counts', 'evidence'),
    },
    alignments: {
      ...writer.remote('alignments', 'add'),
      ...reader.remote('alignments', 'ofQuestion', 'all'),
    },
    texts: { ...writer.remote('texts', 'decide'), ...reader.remote('texts', 'ofEvent') },
    voters: { ...writer.remote('voters', 'addAll'), ...reader.remote('voters', 'ofEvent') },
    ballots: ballotStore({ writer, reader }, clock),
    posts: {
      ...writer.remote('posts', 'writeAll'),
      ...reader.remote('posts', 'ofEvent', 'eventOf'),
    },
    pictures: { ...writer.remote('pictures', 'add'), ...reader.remote('pictures', 'get', 'many') },
    tickets: { ...writer.remote('tickets', 'add', 'save'), ...reader.remote('tickets', 'ofEvent') },
    users: {
      ...writer.remote(
        'users',
        'save',
        'setPassword',
        'addSession',
        'endSession',
        'addLink',
        'useLink',
        'setEventRole',
      ),
      ...reader.remote(
        'users',
        'list',
        'get',
        'byName',
        'passwordHash',
        'bySession',
        'eventRole',
        'membersOf',
      ),
    },
    tokens: tokenStore({ writer, reader }, now),
    screens: {
      ...writer.remote('screens', 'add', 'revoke'),
      ...reader.remote('screens', 'get', 'byHash', 'ofEvent'),
    },
    acts: { ...writer.remote('acts', 'add'), ...reader.remote('acts', 'ofEvent') },
    settings: { ...writer.remote('settings', 'put', 'putOnce'), ...reader.remote('settings', 'get') },
    importAll: (rows) => imports.all(rows, clock?.() ?? null),
    backup: (file) => backUp(held.database, file, log),
    ...reader.remote('file', 'size'),
    async close() {
      await reader.close();
      await writer.close();
      held.release();
    },
  };
}

function ballotStore({ writer, reader }: Threads, clock: SqliteOptions['clock']): BallotStore {
  const { castAll } = writer.remote('ballots', 'castAll');
  const { ofAsking, page, count, crossed } = reader.remote('ballots', 'ofAsking', 'page', 'count', 'crossed');
  const unpack = (id: AskingId, rows: BallotRow[]) => rows.map((row) => unpackBallot(id, row));
  return {
    castAll: async (casts) => unpackOutcomes(casts, await castAll(packCasts(casts), clock?.() ?? null)),
    ofAsking: async (id) => unpack(id, await ofAsking(id)),
    page: async (id, afterVoter, limit) => unpack(id, await page(id, afterVoter, limit)),
    count,
    crossed,
  };
}

function tokenStore({ writer, reader }: Threads, now: () => number): TokenStore {
  const { byHash, list } = reader.remote('tokens', 'byHash', 'list');
  const { used, ...writes } = writer.remote('tokens', 'add', 'revoke', 'used');
  const noteUse = async ({ id, lastUsedAt }: ApiToken): Promise<void> => {
    if (lastUsedAt === null || now() - lastUsedAt >= USE_IS_FRESH_MS) await used(id, now());
  };
  return {
    ...writes,
    list,
    async byHash(hash) {
      const token = await byHash(hash);
      // A full disk keeps nobody out: that the use could not be noted has been logged.
      if (token) await noteUse(token).catch(() => undefined);
      return token;
    },
  };
}

async function backUp(database: string, file: string, log: (line: string) => void): Promise<void> {
  mustBeFree(resolve(file));
  const copier = await StoreThread.start<CopierCalls>({ role: 'copier', file: database }, log);
  try {
    await copier.remote('file', 'copyTo').copyTo(file);
  } finally {
    await copier.close();
  }
}

function mustBeFree(file: string): void {
  if (existsSync(file))
    throw new Refused('STATE_CONFLICT', `There is a file ${file} already. It was left as it is.`);
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new Refused('STATE_CONFLICT', `The folder ${dirname(file)} cannot be written. No backup was made.`);
  }
}

function unopened(held: HeldFolder, error: unknown): StoreUnusable {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnusable(`${held.database} could not be opened (${reason}). It was left as it is.`);
}
