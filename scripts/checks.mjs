import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const CHECKS = {
  types: [
    ['typescript/bin/tsc', '-b', 'server'],
    ['typescript/bin/tsc', '-p', 'scripts'],
    ['typescript/bin/tsc', '-p', 'test'],
    [
      'svelte-check/bin/svelte-check',
      '--tsconfig',
      'client/tsconfig.json',
      '--output',
      'human',
      '--fail-on-warnings',
    ],
  ],
  lint: [['eslint/bin/eslint.js', '.', '--max-warnings=0']],
  format: [['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
};

/** Runs types, lint and format, all of each, and counts them: one each. */
export async function runChecks(root) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, programs] of Object.entries(CHECKS)) {
    const began = performance.now();
    const codes = await inTurn(programs, (program) => run(root, program));
    const isFine = codes.every((code) => code === 0);
    count[isFine ? 'passed' : 'failed'] += 1;
    console.log(
      `${isFine ? 'ok' : 'FAILED'}  ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
    );
  }
  return count;
}

async function inTurn(items, work) {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}

async function run(root, [program, ...args]) {
  const file = join(root, 'node_modules', program);
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'close');
  return code ?? 1;
}
