import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig, SettingWrong } from '../../server/config.ts';
import { keyPair } from './fixtures/key-pair.ts';

const folder = mkdtempSync(join(tmpdir(), 'askagain-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TOKEN = 'a-token-of-at-least-24-characters';

/** The one line that a wrong setting ends in. It names the variable first. */
function lineOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingWrong);
    return (error as SettingWrong).message;
  }
  return 'no setting is wrong';
}

function fileWith(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

test('nothing set: what the contract says', () => {
  expect(readConfig({})).toEqual({
    host: '0.0.0.0',
    port: 3000,
    dataFolder: './data',
    publicUrl: undefined,
    apiToken: undefined,
    demo: true,
    embedAncestors: [],
    tls: undefined,
    allowInsecureConsole: false,
    trustProxy: [],
    logLevel: 'info',
  });
});

test('set to nothing, as compose files do, is not set', () => {
  const names = [
    'HOST',
    'PORT',
    'ASKAGAIN_DATA',
    'ASKAGAIN_PUBLIC_URL',
    'ASKAGAIN_API_TOKEN',
    'ASKAGAIN_DEMO',
  ];
  const more = ['DATABASE_URL', 'REDIS_URL', 'TLS_CERT_FILE', 'TLS_KEY_FILE', 'TRUST_PROXY', 'LOG_LEVEL'];
  const env = Object.fromEntries([...names, ...more, 'ASKAGAIN_API_TOKEN_FILE'].map((name) => [name, ' ']));
  expect(readConfig(env)).toEqual(readConfig({}));
});

test.each<[NodeJS.ProcessEnv, object]>([
  [{ HOST: '127.0.0.1' }, { host: '127.0.0.1' }],
  [{ PORT: '80' }, { port: 80 }],
  [{ PORT: '65535' }, { port: 65_535 }],
  [{ ASKAGAIN_DATA: '/srv/ask again' }, { dataFolder: '/srv/ask again' }],
  [{ ASKAGAIN_PUBLIC_URL: 'https://ask.example.org' }, { publicUrl: 'https://ask.example.org' }],
  [{ ASKAGAIN_PUBLIC_URL: 'HTTP://Ask.Example.org:8080/' }, { publicUrl: 'http://ask.example.org:8080' }],
  [{ ASKAGAIN_API_TOKEN: TOKEN }, { apiToken: TOKEN }],
  [{ ASKAGAIN_API_TOKEN: 'x'.repeat(24) }, { apiToken: 'x'.repeat(24) }],
  [{ ASKAGAIN_DEMO: '0' }, { demo: false }],
  [{ ASKAGAIN_DEMO: '1' }, { demo: true }],
  [{ ALLOW_INSECURE_CONSOLE: '1' }, { allowInsecureConsole: true }],
  [{ TRUST_PROXY: '10.0.0.0/8, ::1,' }, { trustProxy: ['10.0.0.0/8', '::1'] }],
  [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
])('%o is taken', (env, expected) => {
  expect(readConfig(env)).toMatchObject(expected);
});

test.each<[NodeJS.ProcessEnv, string, RegExp]>([
  [{ PORT: 'abc' }, 'PORT', /takes a number from 0 to 65535, not “abc”/],
  [{ PORT: '65536' }, 'PORT', /takes a number/],
  [{ PORT: '-1' }, 'PORT', /takes a number/],
  [{ PORT: '30.5' }, 'PORT', /takes a number/],
  [{ PORT: '0x50' }, 'PORT', /takes a number/],
  [{ ASKAGAIN_PUBLIC_URL: 'ask.example.org' }, 'ASKAGAIN_PUBLIC_URL', /takes an address like https:/],
  [{ ASKAGAIN_PUBLIC_URL: 'ftp://ask.example.org' }, 'ASKAGAIN_PUBLIC_URL', /takes an address/],
  [{ ASKAGAIN_PUBLIC_URL: 'https://ask.example.org/room' }, 'ASKAGAIN_PUBLIC_URL', /without a path/],
  [{ ASKAGAIN_PUBLIC_URL: 'https://ask.example.org/?a=1' }, 'ASKAGAIN_PUBLIC_URL', /without a path/],
  [{ ASKAGAIN_PUBLIC_URL: 'https://me:it@ask.example.org' }, 'ASKAGAIN_PUBLIC_URL', /or a name/],
  [{ ASKAGAIN_API_TOKEN: 'x'.repeat(23) }, 'ASKAGAIN_API_TOKEN', /at least 24 characters; this one has 23/],
  [{ ASKAGAIN_API_TOKEN: `two words ${TOKEN}` }, 'ASKAGAIN_API_TOKEN', /without spaces/],
  [{ ASKAGAIN_API_TOKEN: `é${TOKEN}` }, 'ASKAGAIN_API_TOKEN', /takes ASCII/],
  [{ ASKAGAIN_DEMO: 'yes' }, 'ASKAGAIN_DEMO', /takes 0 or 1, not “yes”/],
  [{ ALLOW_INSECURE_CONSOLE: 'true' }, 'ALLOW_INSECURE_CONSOLE', /takes 0 or 1, not “true”/],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY', /takes addresses like 10\.0\.0\.0\/8,192\.168\.1\.4, not “true”/],
  [{ TRUST_PROXY: '10.0.0.0/8,0.0.0.0/0' }, 'TRUST_PROXY', /not “0\.0\.0\.0\/0”/],
  [{ EMBED_ANCESTORS: 'https://a.example,*' }, 'EMBED_ANCESTORS', /takes origins like .*, not “\*”/],
  [
    { EMBED_ANCESTORS: 'https://a.example;script-src' },
    'EMBED_ANCESTORS',
    /not “https:\/\/a\.example;script-src”/,
  ],
  [{ EMBED_ANCESTORS: 'https://a.example/page' }, 'EMBED_ANCESTORS', /not “https:\/\/a\.example\/page”/],
  [{ EMBED_ANCESTORS: "'self'" }, 'EMBED_ANCESTORS', /takes origins/],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', /takes one of fatal, error, warn, info, .*, not “loud”/],
])('%o is refused by the name of %s', (env, name, words) => {
  const line = lineOf(env);
  expect(line.startsWith(`${name} `)).toBe(true);
  expect(line).toMatch(words);
  expect(line).not.toContain('\n');
});

test.each(['DATABASE_URL', 'REDIS_URL', 'DATABASE_URL_FILE', 'REDIS_URL_FILE'])(
  '%s names what is not built yet',
  (name) => {
    expect(lineOf({ [name]: 'postgres://somebody:secret@db/askagain' })).toBe(
      `${name.replace('_FILE', '')} is not built yet. Unset it to start.`,
    );
  },
);

test('origins that may frame come with commas or spaces', () => {
  expect(readConfig({}).embedAncestors).toEqual([]);
  expect(readConfig({ EMBED_ANCESTORS: 'https://a.example, http://b.example:8080/' }).embedAncestors).toEqual(
    ['https://a.example', 'http://b.example:8080'],
  );
});

test('a wrong secret is never said', () => {
  expect(lineOf({ ASKAGAIN_API_TOKEN: 'hunter2' })).not.toContain('hunter2');
});

describe('secrets in files', () => {
  test('the token is what stands in the file, without its line end', () => {
    const file = fileWith('token', `${TOKEN}\n`);
    expect(readConfig({ ASKAGAIN_API_TOKEN_FILE: file }).apiToken).toBe(TOKEN);
  });

  test('a short one, and an empty one, is refused', () => {
    expect(lineOf({ ASKAGAIN_API_TOKEN_FILE: fileWith('short', 'short\n') })).toMatch(/at least 24.*has 5/);
    expect(lineOf({ ASKAGAIN_API_TOKEN_FILE: fileWith('empty', '\n') })).toMatch(/at least 24.*has 0/);
  });

  test('a file that is missing, no file, or not to be read is named', () => {
    const missing = join(folder, 'none');
    mkdirSync(join(folder, 'a-folder'));
    const takes = 'ASKAGAIN_API_TOKEN_FILE takes the path of a file';
    expect(lineOf({ ASKAGAIN_API_TOKEN_FILE: missing })).toBe(`${takes}; there is none at ${missing}.`);
    expect(lineOf({ ASKAGAIN_API_TOKEN_FILE: join(folder, 'a-folder') })).toMatch(takes);
    expect(lineOf({ ASKAGAIN_API_TOKEN_FILE: unreadable() })).toMatch(`${takes} this user can read; `);
  });

  test('set both ways, neither is guessed', () => {
    const file = fileWith('token', TOKEN);
    expect(lineOf({ ASKAGAIN_API_TOKEN_FILE: file, ASKAGAIN_API_TOKEN: TOKEN })).toMatch(
      /^ASKAGAIN_API_TOKEN_FILE and ASKAGAIN_API_TOKEN are both set/,
    );
  });
});

describe('TLS', () => {
  const { certFile, keyFile } = keyPair;

  test('a certificate and its key are read', () => {
    const { tls } = readConfig({ TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile });
    expect(tls?.cert.toString()).toContain('BEGIN CERTIFICATE');
    expect(tls?.key.toString()).toContain('PRIVATE KEY');
  });

  test('one without the other is refused by the name of the missing one', () => {
    expect(lineOf({ TLS_CERT_FILE: certFile })).toBe(
      'TLS_KEY_FILE is missing: a certificate and its key go together.',
    );
    expect(lineOf({ TLS_KEY_FILE: keyFile })).toMatch(/^TLS_CERT_FILE is missing/);
  });

  test('missing files, nonsense, and the key of another certificate are refused', () => {
    const missing = join(folder, 'none.pem');
    expect(lineOf({ TLS_CERT_FILE: missing, TLS_KEY_FILE: keyFile })).toMatch(
      /^TLS_CERT_FILE takes the path/,
    );
    expect(lineOf({ TLS_CERT_FILE: certFile, TLS_KEY_FILE: missing })).toMatch(
      /^TLS_KEY_FILE takes the path/,
    );
    const takes = /^TLS_CERT_FILE and TLS_KEY_FILE take a PEM certificate and its key \([^\n]+\)\.$/;
    const nonsense = fileWith('nonsense.pem', 'no certificate');
    expect(lineOf({ TLS_CERT_FILE: nonsense, TLS_KEY_FILE: keyFile })).toMatch(takes);
    expect(lineOf({ TLS_CERT_FILE: certFile, TLS_KEY_FILE: nonsense })).toMatch(takes);
    expect(lineOf({ TLS_CERT_FILE: certFile, TLS_KEY_FILE: anotherKey() })).toMatch(takes);
  });
});

/** Root reads every file but this one, which begins where no memory is. */
function unreadable(): string {
  if (process.getuid?.() === 0) return '/proc/self/mem';
  const file = fileWith('unreadable', TOKEN);
  chmodSync(file, 0);
  return file;
}

function anotherKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return fileWith('another.pem', String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
}
