import { CommanderError } from 'commander';
import { Refused } from '../../shared/result.ts';
import { StoreUnusable } from '../store/store-unusable.ts';
import { CliFailure } from './cli-failure.ts';
import { programOf } from './program.ts';
import type { Io } from './say.ts';

const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command and gives its exit code: 0, 1 (failed, with one line that says why) or 2 (wrong usage). */
export async function runCli(args: readonly string[], env: NodeJS.ProcessEnv, io: Io): Promise<number> {
  try {
    await programOf(env, io).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    io.err.write(`${lineOf(error)}\n`);
    return FAILED;
  }
}

function lineOf(error: unknown): string {
  if (error instanceof Refused) {
    const details = (error.refusal.errors ?? [])
      .map(({ path, message }) => `\n  ${path}: ${message}`)
      .join('');
    return error.message + details;
  }
  if (error instanceof CliFailure || error instanceof StoreUnusable) return error.message;
  return error instanceof Error ? error.message : String(error);
}
