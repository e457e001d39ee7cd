import { constants } from 'node:os';

/** Ctrl+C comes twice: from the terminal, and from `npm start`, which passes it on. That is one wish, not two. */
const SAME_WISH_MS = 1_000;

/** Resolves at the first SIGINT or SIGTERM. A later one, from a person who does not want to wait, ends the process at once. */
export function untilSignal(): Promise<void> {
  return new Promise((settle) => {
    let firstAt: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        firstAt ??= performance.now();
        if (performance.now() - firstAt > SAME_WISH_MS) process.exit(128 + constants.signals[signal]);
        settle();
      });
    }
  });
}
