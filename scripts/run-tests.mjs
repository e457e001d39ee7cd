import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { countVitest, lastLine, sum } from './count-tests.mjs';

// A program of its own, run by test.mjs once packages and browser are there: this one may use today's JavaScript.
const root = join(import.meta.dirname, '..');
const build = { passed: 0, failed: process.env.ASKAGAIN_BUILD === 'failed' ? 1 : 0, skipped: 0 };
const total = sum(build, sum(await runChecks(root), await runVitest()));
console.log(lastLine(total));
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-test-'));
  const report = join(folder, 'report.json');
  const file = join(root, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'close');
  const counted = countVitest(readReport(report), code ?? 1);
  rmSync(folder, { recursive: true, force: true });
  return counted;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
