import type { CrowdCounts } from './crowd-figures.ts';
import { countCrowd, CrowdFailed } from './run-crowd.ts';
import type { FromPart, PartOptions } from './split-crowd.ts';

// A process of its own that drives some of a crowd's phones. It ends early when told to stop, or left alone.
const stop = new AbortController();
process.on('message', (said: PartOptions | 'stop') => {
  if (said === 'stop') stop.abort();
  else void drive(said);
});
process.on('disconnect', () => process.exit());
// Ctrl-C comes to the whole group; the one who started this decides.
process.on('SIGINT', () => undefined);

async function drive(options: PartOptions): Promise<void> {
  let told = 0;
  const tell = (counts: CrowdCounts, isLast: boolean): void => {
    const acks = counts.acks.slice(told);
    told = counts.acks.length;
    say({ counts: { ...counts, acks }, isLast });
  };
  try {
    const onCounts = (counts: CrowdCounts): void => tell(counts, false);
    tell(await countCrowd({ ...options, signal: stop.signal, onCounts }), true);
  } catch (reason) {
    say({ failed: reason instanceof CrowdFailed ? reason.message : String(reason) });
  }
  process.disconnect();
}

function say(what: FromPart): void {
  process.send?.(what);
}
