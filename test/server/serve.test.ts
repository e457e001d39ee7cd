import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../server-process.ts';
import { runBuilt, startBuilt, type BuiltServer } from './built-server.ts';
import { tempFolder } from './store/temp-folder.ts';

const running: BuiltServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.end('SIGKILL');
});

async function start(folder: string, env: NodeJS.ProcessEnv = {}, ...args: string[]): Promise<BuiltServer> {
  const server = await startBuilt({ folder, env, args });
  running.push(server);
  return server;
}

/** One line, on stderr only, without a stack; and the program has failed. */
function expectOneLine({ code, out, err }: Awaited<ReturnType<typeof runBuilt>>): string {
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/^\s+at |Error:|node:internal/m);
  return err.trimEnd();
}

interface Listed {
  items: { id: string; code: string; title: string; state: string }[];
}

describe('the first start', { timeout: 60_000 }, () => {
  test('says where the console and the phones are, and makes the demo event', async () => {
    const folder = join(tempFolder(), 'new', 'data');
    const server = await start(folder);
    const said = server.out();
    const code = /^ {2}Phones {3}http:\/\/localhost:\d+\/([2-9A-HJKMNP-TV-Z]{6})$/m.exec(said)?.[1];
    expect(said).toMatch(/^ {2}Console {2}http:\/\/localhost:\d+\/organise#sign-in=[\w-]{32}$/m);
    expect(code).toBeDefined();
    expect(said).toContain(folder);
    // The QR code, in blocks that every terminal has.
    expect(said.match(/^ +[█▀▄ ]{20,}$/gm)?.length).toBeGreaterThan(10);
    expect(said).toContain(
      `npm run crowd -- --phones 100 --code ${code} --url http://localhost:${server.port}`,
    );

    const owner = await server.signIn();
    const { items } = await owner.get<Listed>('/events');
    expect(items).toMatchObject([{ code, state: 'live' }]);
    const { order, askings } = await owner.get<{
      order: string[];
      askings: { id: string; questionId: string }[];
    }>(`/events/${items[0]?.id}`);
    expect(order).toEqual([askings[0]?.id, `compare:${askings[0]?.questionId}`]);
    const results = await owner.get<object>(`/askings/${askings[0]?.id}/results`);
    expect(results).toMatchObject({ state: 'open', ballots: 0 });
  });

  test('its link signs in once', async () => {
    const server = await start(tempFolder());
    await server.signIn();
    await expect(server.signIn()).rejects.toThrow('401');
  });

  test('ASKAGAIN_DEMO=0: no event, no crowd, phones go to the front page', async () => {
    const server = await start(tempFolder(), { ASKAGAIN_DEMO: '0' });
    expect(server.out()).toMatch(/^ {2}Phones {3}http:\/\/localhost:\d+\/$/m);
    expect(server.out()).not.toContain('npm run crowd');
    const owner = await server.signIn();
    expect((await owner.get<Listed>('/events')).items).toEqual([]);
  });

  test('PORT=0 takes a free port and says which', async () => {
    const server = await start(tempFolder(), {}, '--port', '0');
    expect(server.port).toBeGreaterThan(0);
    expect(server.out()).toContain(`http://localhost:${server.port}/organise#`);
    expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(200);
  });

  test('the phones’ address is ASKAGAIN_PUBLIC_URL, the console’s too where it is HTTPS', async () => {
    const secure = await start(tempFolder(), { ASKAGAIN_PUBLIC_URL: 'https://ask.example.org' });
    expect(secure.out()).toMatch(/Phones {3}https:\/\/ask\.example\.org\/[A-Z0-9]{6}$/m);
    expect(secure.out()).toContain('Console  https://ask.example.org/organise#sign-in=');
  });
});

describe('a second start', { timeout: 60_000 }, () => {
  test('keeps the event, makes no other, and gives a new link', async () => {
    const folder = tempFolder();
    const first = await start(folder);
    expect(await first.end()).toBe(0);
    const second = await start(folder);
    expect(second.phones()).toBe(first.phones().replace(String(first.port), String(second.port)));
    expect(second.out()).not.toContain('npm run crowd');
    const owner = await second.signIn();
    expect((await owner.get<Listed>('/events')).items).toHaveLength(1);
  });

  // On a machine that is busy with other tests one try may be slow.
  test('is there in under 3 seconds', { retry: 4 }, async () => {
    const folder = tempFolder();
    await (await start(folder)).end();
    const began = performance.now();
    await start(folder);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('what cannot start ends with one line that says why', { timeout: 60_000 }, () => {
  test('a taken port, named', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const line = expectOneLine(await runBuilt(['--port', String(port), '--data', tempFolder()]));
    expect(line).toBe(
      `Port ${port} is taken by another program. Stop it, or choose another port: npm start -- --port ${port + 1}`,
    );
    other.close();
  });

  test('an address that is not of this machine', async () => {
    const line = expectOneLine(await runBuilt(['--host', '203.0.113.7', '--data', tempFolder()]));
    expect(line).toBe('HOST takes an address of this machine; 203.0.113.7 is none.');
  });

  test('a wrong setting, a wrong option', async () => {
    expect(expectOneLine(await runBuilt(['--port', 'abc']))).toMatch(/^PORT takes a number/);
    expect(expectOneLine(await runBuilt([], { DATABASE_URL: 'postgres://x' }))).toMatch(
      /^DATABASE_URL is not/,
    );
    const { code, err } = await runBuilt(['--colour', 'red']);
    expect(code).toBe(2);
    expect(err).toContain("unknown option '--colour'");
  });

  test('a data folder that cannot be made, or is a file', async () => {
    const file = join(tempFolder(), 'a-file');
    writeFileSync(file, 'kept');
    expect(expectOneLine(await runBuilt(['--data', join(file, 'data')]))).toContain(file);
    expect(expectOneLine(await runBuilt(['--data', file]))).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  test('a second server on the same data', async () => {
    const folder = tempFolder();
    const first = await start(folder);
    const line = expectOneLine(await runBuilt(['--port', String(await freePort()), '--data', folder]));
    expect(line).toContain(folder);
    expect(line).toMatch(/^Another Askagain is using/);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  test('a database that is no database, is damaged, or is newer than the program: left as it is', async () => {
    for (const [spoil, words] of SPOILERS) {
      const folder = tempFolder();
      const server = await start(folder);
      await server.end();
      const file = join(folder, 'askagain.db');
      spoil(file);
      const before = readFileSync(file);
      expect(expectOneLine(await runBuilt(['--data', folder]))).toMatch(words);
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  });

  test('a folder in the place of the database', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'askagain.db'));
    expect(expectOneLine(await runBuilt(['--data', folder]))).toContain(join(folder, 'askagain.db'));
  });
});

const SPOILERS: [spoil: (file: string) => void, words: RegExp][] = [
  [(file) => writeFileSync(file, 'Dear diary'), /askagain\.db is not a database of Askagain/],
  [damage, /askagain\.db is damaged/],
  [(file) => makeNewer(file), /askagain\.db was written by a newer Askagain \(version 999/],
];

function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096, 5 * 4096);
  writeFileSync(file, bytes);
}

function makeNewer(file: string): void {
  const database = new Database(file);
  database.pragma('user_version = 999');
  database.close();
}
