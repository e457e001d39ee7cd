import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endAllChildren } from './bench/children.ts';
import { BENCH_USAGE, readBenchOptions, type BenchCommand } from './bench/options.ts';
import { runBench } from './bench/run-bench.ts';
import { circumstances, tableLines } from './bench/table.ts';
import { WrongUsage } from './crowd/options.ts';
import { buildWhatIsStale } from './set-up/build-what-is-stale.mjs';
import { withLock } from './set-up/lock.mjs';

const root = join(import.meta.dirname, '..');
const MOST_MS = 300_000;

// 0: measured (whether or not goals are met); 1: could not be measured; 2: not understood.
process.on('exit', endAllChildren);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const command = readBenchOptions(process.argv.slice(2));
    if (command === 'help') console.log(BENCH_USAGE);
    else await bench(command);
    return 0;
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : String(reason));
    return reason instanceof WrongUsage ? 2 : 1;
  }
}

async function bench({ json, phones, rounds, server }: BenchCommand): Promise<void> {
  const program = server ?? (await builtServer());
  if (!existsSync(program)) throw new Error(`There is no server at ${program}.`);
  const tooLong = setTimeout(tookTooLong, MOST_MS);
  const say = (line: string): void => console.error(`… ${line}`);
  const { rows, others } = await runBench({ server: program, phones, rounds, say });
  clearTimeout(tooLong);
  const where = circumstances(root, { phones, rounds, others });
  console.log(tableLines(rows, where).join('\n'));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...where, rows }, null, 2)}\n`);
}

async function builtServer(): Promise<string> {
  await withLock(root, () => buildWhatIsStale(root));
  return join(root, 'dist', 'server', 'main.js');
}

function tookTooLong(): void {
  console.error(`The bench took more than ${MOST_MS / 1000} s and was ended.`);
  process.exit(1);
}
