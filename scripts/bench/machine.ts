import { cpus } from 'node:os';
import { processorMs } from './cpu.ts';

interface Moment {
  /** Milliseconds of all cores: working, and in all. */
  busy: number;
  total: number;
  own: number;
}

/** Call what comes back later: the share of the machine that neither these processes nor this one took since. */
export function watchOthers(pids: readonly number[]): () => number {
  const before = momentOf(pids);
  return () => {
    const after = momentOf(pids);
    const others = after.busy - before.busy - (after.own - before.own);
    return Math.max(0, others / (after.total - before.total));
  };
}

function momentOf(pids: readonly number[]): Moment {
  const times = cpus().map((core) => core.times);
  const total = times.reduce(
    (sum, { user, nice, sys, irq, idle }) => sum + user + nice + sys + irq + idle,
    0,
  );
  const idle = times.reduce((sum, core) => sum + core.idle, 0);
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1000 + pids.reduce((sum, pid) => sum + processorMs(pid), 0);
  return { busy: total - idle, total, own };
}
