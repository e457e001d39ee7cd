import { CommanderError } from 'commander';
import { Refused } from '../../shared/result.ts';
import { speakPlainly } from '../words-of-issues.ts';
import { wrongField } from './cli-failure.ts';
import { programOf } from './program.ts';
import type { Io } from './say.ts';

const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command and gives its exit code: 0, 1 (failed, with one line that says why) or 2 (wrong usage). */
export async function runCli(args: readonly string[], env: NodeJS.ProcessEnv, io: Io): Promise<number> {
  speakPlainly();
  try {
    await programOf(env, io).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    io.err.write(`${lineOf(error)}\n`);
    return FAILED;
  }
}

/** One line, whatever it was: what is wrong with which field stands behind the sentence. */
function lineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const errors = error instanceof Refused ? (error.refusal.errors ?? []) : [];
  return [message, ...errors.map(wrongField)].join(' ').replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
