import { parentPort } from 'node:worker_threads';
import { compare } from '../../shared/comparison/compare.ts';
import type { Answer, Asked } from './compare-aside.ts';

/** Compares what comes in, one after the other. */
const port = parentPort;
if (!port) throw new Error('this file runs as a thread of comparisons');

port.on('message', (asked: Asked) => port.postMessage(answerTo(asked)));

function answerTo({ id, args }: Asked): Answer {
  try {
    return { id, text: JSON.stringify(compare(...args)) };
  } catch (failure) {
    return { id, failure };
  }
}
