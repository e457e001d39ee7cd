import { readdirSync, readFileSync } from 'node:fs';

/** Above this share of a core the load generator measures itself. */
export const BUSY_GENERATOR = 0.8;

/** Processor time of a process with all its threads, in milliseconds; NaN where the system does not tell (not Linux). */
export function processorMs(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + threadNs(pid, thread), 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** `schedstat` counts nanoseconds; `stat` only ticks of 10 ms. */
function threadNs(pid: number, thread: string): number {
  const [running = ''] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
  return Number(running);
}

export interface Work<T> {
  value: T;
  /** Processor time the measured process took meanwhile, milliseconds. */
  serverMs: number;
  /** Share of a core that this process took meanwhile. */
  generator: number;
}

/** Watches both sides of the line while something is done. */
export async function watching<T>(pid: number, act: () => Promise<T>): Promise<Work<T>> {
  const [serverBefore, ownBefore, began] = [processorMs(pid), process.cpuUsage(), performance.now()];
  const value = await act();
  const own = process.cpuUsage(ownBefore);
  const passed = performance.now() - began;
  return {
    value,
    serverMs: processorMs(pid) - serverBefore,
    generator: (own.user + own.system) / 1000 / passed,
  };
}
