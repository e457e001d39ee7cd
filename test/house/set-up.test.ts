import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { whyNotThisNode } from '../../scripts/set-up/node-version.mjs';
import { sourcesHash } from '../../scripts/set-up/sources-hash.mjs';
import { ROOT } from './sources.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test.each(['v20.19.0', 'v20.20.2', 'v22.12.0', 'v23.0.0', 'v24.1.0', 'v30.0.0'])(
  'Node %s will do',
  (version) => {
    expect(whyNotThisNode(version)).toBeUndefined();
  },
);

test.each(['v8.17.0', 'v16.3.0', 'v18.20.4', 'v20.18.3'])('Node %s is told in one line', (version) => {
  const line = whyNotThisNode(version);
  expect(line).toMatch(`Askagain needs Node 20.19 or newer; this is ${version}. `);
  expect(line).not.toContain('\n');
});

test.each(['v21.7.3', 'v22.11.0'])(
  'Node %s, newer yet too old for Vite, is told which will do',
  (version) => {
    expect(whyNotThisNode(version)).toContain('Node 20.19, or 22.12 or newer');
  },
);

test.each(['start.mjs', 'test.mjs'])('%s on an old Node says so and does nothing else', (script) => {
  const folder = tempRoot();
  cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
  const pretend = "Object.defineProperty(process, 'version', { value: 'v16.3.0' });";
  writeFileSync(join(folder, 'old-node.cjs'), pretend);
  const args = ['--require', join(folder, 'old-node.cjs'), join(folder, 'scripts', script)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    'Askagain needs Node 20.19 or newer; this is v16.3.0. Get it from https://nodejs.org, then run this again.\n',
  );
  expect(existsSync(join(folder, 'node_modules'))).toBe(false);
});

test('the hash of the sources follows contents and names, not times', () => {
  const folder = tempRoot();
  mkdirSync(join(folder, 'server'), { recursive: true });
  writeFileSync(join(folder, 'server/a.ts'), 'one');
  const first = sourcesHash(folder);
  writeFileSync(join(folder, 'server/a.ts'), 'one');
  expect(sourcesHash(folder)).toBe(first);
  writeFileSync(join(folder, 'server/a.ts'), 'two');
  const second = sourcesHash(folder);
  expect(second).not.toBe(first);
  writeFileSync(join(folder, 'server/b.ts'), '');
  expect(sourcesHash(folder)).not.toBe(second);
});

test('start, where an install cannot work, says so without a stack and exits with 1', () => {
  const folder = tempRoot();
  cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"askagain","version":"0.0.0"}');
  writeFileSync(join(folder, 'package-lock.json'), 'not a lockfile');
  const { status, stderr } = start(folder);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^npm ci failed:/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('start passes options on and ends with the code of the server', () => {
  const folder = builtRoot("console.log(process.argv.slice(2).join(' ')); process.exit(7);");
  const { status, stdout } = start(folder, '--port', '4000', '--data', 'x y');
  expect(stdout.trim()).toBe('--port 4000 --data x y');
  expect(status).toBe(7);
});

test('what is fresh is neither installed nor built again', () => {
  const folder = builtRoot('');
  const { stdout, status } = start(folder);
  expect(stdout).toBe('');
  expect(status).toBe(0);
  expect(existsSync(join(folder, 'node_modules/.askagain-stamp'))).toBe(true);
});

/** A folder whose stamps say that all is done, with this for a server. */
function builtRoot(server: string): string {
  const folder = tempRoot();
  cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"askagain","version":"0.0.0","type":"module"}');
  writeFileSync(join(folder, 'package-lock.json'), '{"packages":{}}');
  mkdirSync(join(folder, 'node_modules/better-sqlite3'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{"packages":{}}');
  writeFileSync(
    join(folder, 'node_modules/better-sqlite3/index.js'),
    'module.exports = class { close() {} };',
  );
  mkdirSync(join(folder, 'dist/server'), { recursive: true });
  writeFileSync(join(folder, 'dist/server/main.js'), server);
  writeFileSync(join(folder, 'dist/.stamp'), sourcesHash(folder));
  return folder;
}

function tempRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-house-'));
  folders.push(folder);
  return folder;
}

function start(folder: string, ...options: string[]) {
  return spawnSync(process.execPath, [join(folder, 'scripts/start.mjs'), ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
}
