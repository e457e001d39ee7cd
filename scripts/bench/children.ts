import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestJson } from '../crowd/http-json.ts';

export const API_TOKEN = 'bench-token-for-loopback-only';

/** A server of ours to measure, on this machine only. */
export interface Child {
  url: string;
  /** Whose processor time counts. */
  pid: number;
  stop(): Promise<void>;
}

const READY_MS = 15_000;
const running = new Set<ChildProcess>();

/** Whatever happens, none of them outlives the bench. */
export function endAllChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** The built server on a free port; resolves when it is ready. */
export async function startServer(file: string, folder: string): Promise<Child> {
  const port = await freePort();
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    ASKAGAIN_DATA: folder,
    ASKAGAIN_DEMO: '0',
    ASKAGAIN_API_TOKEN: API_TOKEN,
    LOG_LEVEL: 'warn',
  };
  const child = keep(spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'inherit'] }));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  return childOf(child, url);
}

export async function startEcho(): Promise<Child> {
  const child = keep(fork(join(import.meta.dirname, 'echo-server.ts')));
  const [port] = (await once(child, 'message')) as [number];
  return childOf(child, `http://127.0.0.1:${port}`);
}

function keep(child: ChildProcess): ChildProcess {
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

function childOf(child: ChildProcess, url: string): Child {
  if (child.pid === undefined) throw new Error('a server could not be started');
  return {
    url,
    pid: child.pid,
    async stop() {
      if (!running.has(child)) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + READY_MS;
  while (performance.now() < until && running.has(child)) {
    const answer = await requestJson({ method: 'GET', url: `${url}/readyz` });
    if (answer?.status === 200) return;
    await sleep(10);
  }
  throw new Error(`the server was not ready within ${READY_MS / 1000} s`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
