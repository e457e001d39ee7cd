import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { freePort } from '../server-process.ts';

/** What `npx askagain` runs. `npm test` builds it first. */
export const PROGRAM = join(import.meta.dirname, '../../dist/server/main.js');

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface BuiltServer {
  child: ChildProcess;
  url: string;
  port: number;
  out(): string;
  err(): string;
  /** The printed address for phones. */
  phones(): string;
  /** Comes in by the printed link, or throws with the status. */
  signIn(): Promise<Owner>;
  /** Gives the exit code; null after a kill. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Owner {
  cookie: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
}

interface Settings {
  folder: string;
  env?: NodeJS.ProcessEnv;
  args?: string[];
}

/** Runs the built program to its end, on this machine's own address unless the arguments say otherwise. */
export async function runBuilt(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { child, said } = launch(args, { HOST: '127.0.0.1', PORT: String(await freePort()), ...env });
  await once(child, 'close');
  return { code: child.exitCode, ...said };
}

/** Starts the built server as a process of its own and waits until it has said that it runs. */
export async function startBuilt({ folder, env = {}, args = [] }: Settings): Promise<BuiltServer> {
  const own = ['--host', '127.0.0.1', '--port', String(await freePort()), '--data', folder];
  const { child, said } = launch([...own, ...args], env);
  await untilStarted(child);
  if (child.exitCode !== null) throw new Error(`the server ended: ${said.err}`);
  const url = /Console {2}(https?:\/\/localhost:\d+)\//.exec(said.out)?.[1] ?? own.join(' ');
  const port = Number(/:(\d+)$/.exec(url)?.[1] ?? own[3]);
  return {
    child,
    url: url.replace('localhost', '127.0.0.1'),
    port,
    out: () => said.out,
    err: () => said.err,
    phones: () => /Phones {3}(\S+)/.exec(said.out)?.[1] ?? '',
    signIn: () => signIn(`http://127.0.0.1:${port}`, said.out),
    end: (signal = 'SIGTERM') => endOf(child, signal),
  };
}

function launch(args: string[], env: NodeJS.ProcessEnv) {
  if (!existsSync(PROGRAM)) throw new Error('dist/ is missing: run "npm run build" before these tests.');
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  return { child, said };
}

/** The line in its log, or its end. */
function untilStarted(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    let log = '';
    child.stderr?.on('data', (part: Buffer) => {
      log += part.toString();
      if (log.includes('"msg":"started"')) settle();
    });
    child.on('close', () => settle());
  });
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
}

async function signIn(url: string, said: string): Promise<Owner> {
  const token = /#sign-in=([\w-]+)/.exec(said)?.[1] ?? '';
  const origin = { origin: url, 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: origin,
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(String(response.status));
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const call = async (method: string, path: string, body?: object) => {
    const request = { method, headers: { ...origin, cookie }, body: body ? JSON.stringify(body) : null };
    const answer = await fetch(`${url}/api/v1${path}`, request);
    expect([path, answer.ok]).toEqual([path, true]);
    return answer.json();
  };
  return {
    cookie,
    get: async <T>(path: string) => (await call('GET', path)) as T,
    post: async <T>(path: string, body: object = {}) => (await call('POST', path, body)) as T,
  };
}
