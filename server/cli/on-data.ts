import type { Command } from 'commander';
import type { Desk } from './desk.ts';
import { openDesk } from './open-desk.ts';
import { deskSettings } from './settings.ts';

export interface DataOptions {
  data?: string;
  url?: string;
}

/** What every command on the data takes. */
export function onData(command: Command): Command {
  return command
    .option('--data <folder>', 'the data folder (else ASKAGAIN_DATA)')
    .option('--url <address>', 'where the running server that holds it answers (else this machine at PORT)');
}

/** Opens the data, does the work, and lets go of it, come what may. */
export async function withDesk<T>(
  env: NodeJS.ProcessEnv,
  options: DataOptions,
  work: (desk: Desk) => Promise<T>,
  terms: { mayBegin?: boolean } = {},
): Promise<T> {
  const desk = await openDesk(deskSettings(env, options), terms.mayBegin ?? false);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}
