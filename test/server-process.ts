import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { vi } from 'vitest';

const program = join(import.meta.dirname, '../dist/server/main.js');

export interface ServerProcess {
  child: ChildProcess;
  url: string;
  /** What it has said so far. */
  out(): string;
  err(): string;
  /** As a person or a machine would end it; gives the exit code, null after a kill. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ServerSettings {
  folder: string;
  port: number;
  env?: NodeJS.ProcessEnv;
}

/** A port of this machine that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the built server as its own process and waits until it is ready. */
export async function startServer({ folder, port, env = {} }: ServerSettings): Promise<ServerProcess> {
  if (!existsSync(program)) throw new Error('dist/ is missing: run "npm run build" before these tests.');
  const child = spawn(
    process.execPath,
    [program, '--port', String(port), '--host', '127.0.0.1', '--data', folder],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  const url = `http://127.0.0.1:${port}`;
  await vi.waitFor(
    async () => {
      if (child.exitCode === null && (await fetch(`${url}/readyz`)).ok) return;
      throw new Error(`the server is not ready: ${said.err}`);
    },
    { timeout: 15_000, interval: 50 },
  );
  return {
    child,
    url,
    out: () => said.out,
    err: () => said.err,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'close');
        child.kill(signal);
        await ended;
      }
      return child.exitCode;
    },
  };
}
