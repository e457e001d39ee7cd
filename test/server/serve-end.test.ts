import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { sourcesHash } from '../../scripts/set-up/sources-hash.mjs';
import { startBuilt, type BuiltServer } from './built-server.ts';
import { aPhoneAt, castBy, type PhoneAt } from './phone-at.ts';
import { tempFolder } from './store/temp-folder.ts';

const PHONES = 40;
const running: BuiltServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.end('SIGKILL');
});

async function start(folder = tempFolder(), env: NodeJS.ProcessEnv = {}): Promise<BuiltServer> {
  const server = await startBuilt({ folder, env });
  running.push(server);
  return server;
}

const codeOf = (server: BuiltServer) => server.phones().split('/').at(-1) ?? '';

describe('the end', { timeout: 60_000 }, () => {
  test('SIGTERM with a room of phones: exit 0 within 5 s, every acknowledged ballot is kept', async () => {
    const folder = tempFolder();
    const first = await start(folder);
    const phones = await Promise.all(
      Array.from({ length: PHONES }, () => aPhoneAt(first.url, codeOf(first))),
    );
    const ended = phones.map(({ socket }) => once(socket as never, 'disconnect'));
    const casts = phones.map((phone) => castBy(phone).catch(() => undefined));
    // The signal comes as soon as one ballot is acknowledged, in the middle of the others.
    await Promise.any(casts);
    const began = performance.now();
    expect(await first.end('SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
    await Promise.all(ended);
    const receipts = (await Promise.all(casts)).filter((receipt) => receipt !== undefined);
    expect(receipts.length).toBeGreaterThan(0);
    for (const { socket } of phones) socket.disconnect();

    const second = await start(folder);
    const kept = await Promise.all(phones.map((phone) => storedOf(second, phone)));
    const lost = (await Promise.all(casts)).filter((receipt, index) => receipt && kept[index] === undefined);
    expect(lost).toEqual([]);
  });

  test('a phone in the middle of a request does not hold it up', async () => {
    const server = await start();
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write('POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
    await fetch(`${server.url}/healthz`);
    expect(await server.end('SIGINT')).toBe(0);
  });

  test('a signal that comes twice is one end', async () => {
    const server = await start();
    const closed = once(server.child, 'close');
    server.child.kill('SIGINT');
    await untilLogged(server, 'ending');
    server.child.kill('SIGINT');
    await closed;
    expect(server.child.exitCode).toBe(0);
  });

  test('npm start ends with the server on Ctrl+C', async () => {
    const root = aCheckout();
    const child = spawn(
      process.execPath,
      [join(root, 'scripts/start.mjs'), '--host', '127.0.0.1', '--port', '0', '--data', tempFolder()],
      { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let err = '';
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    await expect.poll(() => err, { timeout: 20_000, interval: 20 }).toContain('"msg":"started"');
    const closed = once(child, 'close');
    // As a terminal does it: to the whole group; and scripts/start.mjs passes it on.
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await closed;
    expect(child.exitCode).toBe(0);
    expect(err).toContain('"msg":"ending"');
  });
});

test('npm start, ended by its own process id, leaves no server behind', { timeout: 60_000 }, async () => {
  const root = aCheckout();
  const args = ['start', '--', '--host', '127.0.0.1', '--port', '0', '--data', tempFolder()];
  const npm = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()));
  await expect.poll(() => said, { timeout: 20_000, interval: 20 }).toContain('"msg":"started"');
  const closed = once(npm, 'close');
  npm.kill('SIGTERM');
  // Closed once nobody of them holds the pipe any more: the server has ended too.
  await closed;
  expect(said).toContain('"msg":"ending"');
});

describe('the log', { timeout: 60_000 }, () => {
  test.each(['info', 'trace'])(
    'at %s: lines of JSON, with nobody’s address, token, answer or code',
    async (level) => {
      const apiToken = 'an-api-token-that-no-log-may-hold';
      const server = await start(tempFolder(), { LOG_LEVEL: level, ASKAGAIN_API_TOKEN: apiToken });
      const phone = await aPhoneAt(server.url, codeOf(server));
      const receipt = await castBy(phone);
      expect(receipt).toMatchObject({ revision: 1 });
      const secrets = [
        phone.token,
        apiToken,
        phone.optionId,
        'WRONGK',
        'hunter2',
        'sesame',
        '127.0.0.1',
        '::1',
      ];
      await provoke(server, phone, apiToken);
      phone.socket.disconnect();
      expect(await server.end()).toBe(0);

      const lines = server.err().trim().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { level: number }).level).every(Number.isInteger)).toBe(
        true,
      );
      expect(lines.length).toBeGreaterThan(2);
      // A buffer stands in JSON as the numbers of its bytes.
      const bytes = secrets.map((secret) => [...Buffer.from(secret)].join(','));
      expect([...secrets, ...bytes].filter((secret) => server.err().includes(secret))).toEqual([]);
      // What goes to people does not go to the log.
      expect(server.err()).not.toContain('sign-in=');
    },
  );
});

async function untilLogged({ child, err }: BuiltServer, message: string): Promise<void> {
  while (!err().includes(`"msg":"${message}"`) && child.signalCode === null)
    await Promise.race([once(child.stderr as never, 'data'), once(child, 'close')]);
}

/** All that may go wrong with what comes from outside. */
async function provoke({ url, port }: BuiltServer, phone: PhoneAt, apiToken: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body });
  expect((await post('/join', '{"code":"WRONGK"}')).status).toBe(404);
  expect((await post('/join', '{"code":')).status).toBe(400);
  expect((await post('/sign-in', '{"name":"hunter2","password":"sesame"}')).status).toBe(401);
  expect((await post('/events', '{}', { ...json, authorization: `Bearer ${apiToken}` })).status).toBe(422);
  await fetch(`${url}/present/x?token=${phone.token}`);
  await fetch(`${url}/socket.io/?EIO=4&transport=polling&j=1`);
  const raw = connect(port, '127.0.0.1');
  raw.end(`GET / HTTP/9 ${apiToken}\r\nAuthorization: Bearer ${phone.token}\r\n\r\n`);
  await once(raw.resume(), 'close');
}

async function storedOf(server: BuiltServer, { askingId, token }: PhoneAt): Promise<unknown> {
  const response = await fetch(`${server.url}/api/v1/askings/${askingId}/ballot`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { revision } = (await response.json()) as { revision?: number };
  return revision || undefined;
}

/** This checkout, as if it had been set up: its scripts and its dist, with fresh stamps. */
function aCheckout(): string {
  const here = join(import.meta.dirname, '../..');
  const root = tempFolder();
  cpSync(join(here, 'scripts'), join(root, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(here, name), join(root, name));
  for (const name of ['server', 'client', 'shared']) {
    mkdirSync(join(root, 'dist'), { recursive: true });
    symlinkSync(join(here, 'dist', name), join(root, 'dist', name));
  }
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'dist/.stamp'), sourcesHash(root));
  expect(existsSync(join(root, 'dist/server/main.js'))).toBe(true);
  return root;
}
