import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from './sources.ts';

const PROGRAM = join(ROOT, 'dist/server/main.js');
if (!existsSync(PROGRAM)) throw new Error('dist/ is missing: run "npm run build" before these tests.');

const folder = mkdtempSync(join(tmpdir(), 'askagain-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm pack` would put into the package. */
function packed(): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const env = { ...process.env, npm_config_cache: join(folder, 'cache') };
  const { stdout } = spawnSync('npm', args, {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

test('the package holds what the program needs, and nothing else', () => {
  const files = packed();
  const outside = files.filter((path) => !/^dist\/(server|shared|client)\//.test(path)).sort();
  expect(outside).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
  expect(files.filter((path) => /\.(ts|svelte|tsbuildinfo|map)$/.test(path))).toEqual([]);
  const built = ['server', 'shared', 'client'].flatMap((name) =>
    readdirSync(join(ROOT, 'dist', name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(ROOT.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
  expect(files.filter((path) => path.startsWith('dist/')).sort()).toEqual(built.sort());
});

test('askagain runs through a link, as npm puts it on the path', () => {
  const link = join(folder, 'askagain');
  symlinkSync(PROGRAM, link);
  const { status, stdout } = spawnSync(process.execPath, [link, '--help'], { encoding: 'utf8', cwd: folder });
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: askagain');
});

test('askagain is a program by itself', { skip: process.platform === 'win32' }, () => {
  const { status, stderr } = spawnSync(PROGRAM, ['export'], { encoding: 'utf8', cwd: folder });
  expect(status).toBe(2);
  expect(stderr).toContain("missing required argument 'event'");
});
