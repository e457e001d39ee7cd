import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { runCli } from '../../../server/cli/run-cli.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command as it would run in a terminal, with an environment of its own. */
export async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const [out, err] = [new Listening(), new Listening()];
  const code = await runCli(args, env, { out, err });
  return { code, out: out.text, err: err.text };
}

class Listening extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

export function aFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'askagain-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
