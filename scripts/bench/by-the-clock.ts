import { setTimeout as sleep } from 'node:timers/promises';

const TURN_MS = 2;

/** Does something so often a second, so many times: what a late turn has missed is made up for in the next. */
export async function byTheClock(
  perSecond: number,
  times: number,
  act: (nth: number) => void,
): Promise<void> {
  const began = performance.now();
  for (let done = 0; done < times; await sleep(TURN_MS)) {
    const due = Math.min(times, Math.floor(((performance.now() - began) * perSecond) / 1000));
    for (; done < due; done += 1) act(done);
  }
}
