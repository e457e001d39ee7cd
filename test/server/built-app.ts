import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { API_TOKEN } from './rest/rest-app.ts';
import { tempFolder } from './store/temp-folder.ts';

/** The built pages. `npm test` builds them first. */
export const PAGES = join(import.meta.dirname, '../../dist/client');
if (!existsSync(join(PAGES, 'vote.html')))
  throw new Error('dist/client is missing: run "npm run build" before these tests.');

export interface BuiltApp {
  fastify: FastifyInstance;
  close(): Promise<void>;
}

/** The whole server with the built pages, on a store of its own, not listening. */
export async function aBuiltApp(env: NodeJS.ProcessEnv = {}, isReady?: () => boolean): Promise<BuiltApp> {
  const folder = tempFolder();
  const store = await openSqliteStore({ folder });
  const config = readConfig({ ASKAGAIN_DATA: folder, ASKAGAIN_API_TOKEN: API_TOKEN, ...env });
  const random = (length: number) => randomBytes(length);
  const parts = { config, store, now: Date.now, random, version: '0.0.0', pagesFolder: PAGES };
  const app = await buildApp(isReady ? { ...parts, isReady } : parts);
  return {
    fastify: app.fastify,
    async close() {
      await app.close();
      await store.close();
    },
  };
}
