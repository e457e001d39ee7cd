import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compressUnder } from './compress.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

// From nothing each time: a module that was deleted must not live on in dist/.
rmSync(dist, { recursive: true, force: true });
const codes = await Promise.all([
  run({}, 'typescript/bin/tsc', '-b', 'server'),
  buildPages('vote'),
  buildPages('present,organise'),
]);
if (codes.some((code) => code !== 0)) process.exit(1);
copySql();
chmodSync(join(dist, 'server/main.js'), 0o755);
await compressUnder(join(dist, 'client'));

function buildPages(pages) {
  return run({ ASKAGAIN_PAGES: pages }, 'vite/bin/vite.js', 'build', '--logLevel', 'warn');
}

async function run(settings, program, ...args) {
  const file = join(root, 'node_modules', program);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

/** tsc leaves behind what is not TypeScript. */
function copySql() {
  const names = readdirSync(join(root, 'server'), { recursive: true }).filter((name) =>
    name.endsWith('.sql'),
  );
  for (const name of names) {
    const target = join(dist, 'server', name);
    if (!existsSync(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, 'server', name), target);
  }
}
