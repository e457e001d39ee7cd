import { reportOf, type CrowdCounts } from './crowd/crowd-figures.ts';
import { readOptions, USAGE, WrongUsage, type CrowdCommand } from './crowd/options.ts';
import { Progress } from './crowd/progress.ts';
import { CrowdFailed } from './crowd/run-crowd.ts';
import { countLargeCrowd } from './crowd/split-crowd.ts';
import { reportLines } from './crowd/words.ts';

// Options in, a crowd, its figures out. 0: there was a crowd; 1: there was none; 2: not understood.
process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const command = readOptions(process.argv.slice(2), () => Math.floor(Math.random() * 1_000_000));
    if (command === 'help') console.log(USAGE);
    else await drive(command);
    return 0;
  } catch (reason) {
    if (!(reason instanceof WrongUsage) && !(reason instanceof CrowdFailed)) throw reason;
    console.error(reason.message);
    if (reason instanceof WrongUsage) console.error('See npm run crowd -- --help');
    return reason instanceof WrongUsage ? 2 : 1;
  }
}

async function drive({ json, ...command }: CrowdCommand): Promise<void> {
  // Words go beside the figures where a program reads them.
  const out = json ? process.stderr : process.stdout;
  const { phones, code, url, seconds, seed } = command;
  out.write(`${phones} phones to ${url}, code ${code}, for ${seconds} s (seed ${seed})\n`);
  const progress = new Progress(out);
  const began = performance.now();
  const counts = await countLargeCrowd({
    ...command,
    signal: untilInterrupted(),
    onCounts: (soFar, passed) => progress.show(reportOf(soFar, passed)),
  });
  progress.end();
  tell(counts, (performance.now() - began) / 1000, json);
}

function tell(counts: CrowdCounts, seconds: number, json: boolean): void {
  const report = reportOf(counts, Math.round(seconds * 10) / 10);
  console.log(json ? JSON.stringify(report) : reportLines(report).join('\n'));
}

/** The first Ctrl-C sends the room home, the second one ends at once. */
function untilInterrupted(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => (stop.signal.aborted ? process.exit(130) : stop.abort()));
  return stop.signal;
}
