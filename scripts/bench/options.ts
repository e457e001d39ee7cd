import { parseArgs } from 'node:util';
import { WrongUsage } from '../crowd/options.ts';

export const BENCH_USAGE = `Usage: npm run bench -- [options]

Measures the built server beside a bare Socket.IO echo, both on this machine, in turns; then a comparison of a thousand
rooms, and how often each interval holds. Under four minutes.

  --quick         one round instead of three
  --phones N      connected phones, 1000 to 10000 (2000)
  --json FILE     writes the figures there, too
  --server FILE   the server's program (dist/server/main.js, built first if it is stale)
  --help`;

export interface BenchCommand {
  rounds: number;
  phones: number;
  json: string | undefined;
  server: string | undefined;
}

export function readBenchOptions(args: readonly string[]): BenchCommand | 'help' {
  const { help, quick, phones, json, server } = parse(args);
  if (help) return 'help';
  const n = Number(phones ?? '2000');
  if (!Number.isInteger(n) || n < 1000 || n > 10_000)
    throw new WrongUsage(`--phones takes a whole number from 1000 to 10000, not "${phones}".`);
  return { rounds: quick ? 1 : 3, phones: n, json, server };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { quick: flag, phones: text, json: text, server: text, help: flag };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (reason) {
    throw new WrongUsage(
      reason instanceof Error ? `${reason.message.split(/[.\n]/)[0] ?? ''}.` : String(reason),
    );
  }
}
