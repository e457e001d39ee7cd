import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { StoreInUse } from '../store/store-unusable.ts';
import { CliFailure } from './cli-failure.ts';
import type { Desk } from './desk.ts';
import { localDesk } from './local-desk.ts';
import { remoteDesk } from './remote-desk.ts';

export interface DeskSettings {
  folder: string;
  /** Where a running server answers, and the console. */
  url: string;
  token: string | undefined;
}

/** The data itself, or the server that holds it. `mayBegin`: an empty folder is fine. */
export async function openDesk({ folder, url, token }: DeskSettings, mayBegin: boolean): Promise<Desk> {
  if (!mayBegin && !existsSync(join(folder, 'askagain.db'))) {
    throw new CliFailure(
      `There is no Askagain data in ${resolve(folder)}. Name its folder with --data or ASKAGAIN_DATA.`,
    );
  }
  try {
    return await localDesk(await openSqliteStore({ folder }), url);
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    if (token !== undefined) return remoteDesk(url, token);
    throw new CliFailure(
      `A running server holds the data in ${resolve(folder)}. Set ASKAGAIN_API_TOKEN to an owner’s token to work through it at ${url} (another address: --url), or stop it first.`,
    );
  }
}
