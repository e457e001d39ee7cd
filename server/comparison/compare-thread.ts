import { parentPort } from 'node:worker_threads';
import { compare } from '../../shared/comparison/compare.ts';
import type { Answer, Asked } from './compare-aside.ts';

/** Compares what comes in, one after the other. */
const port = parentPort;
if (!port) throw new Error('this file runs as a thread of comparisons');

port.on('message', ({ id, args }: Asked) => {
  port.postMessage({ id, comparison: compare(...args) } satisfies Answer);
});
