import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { noCounts, sumCounts, type CrowdCounts } from './crowd-figures.ts';
import { countCrowd, CrowdFailed, type CrowdOptions } from './run-crowd.ts';

/** So many phones one process drives without delaying their acknowledgements by its own work. */
const IN_ONE_PROCESS = 2_000;
const PROCESSES = 2;

/** What can be told to another process. */
export type PartOptions = Omit<CrowdOptions, 'signal' | 'onAck' | 'onCounts'>;

/** What a part says: what it counted, of `acks` only those that are new. */
export type FromPart = { counts: CrowdCounts; isLast: boolean } | { failed: string };

/** A crowd that may be too large for one process. Otherwise as `countCrowd`, without `onAck`. */
export function countLargeCrowd(options: Omit<CrowdOptions, 'onAck'>): Promise<CrowdCounts> {
  return options.phones <= IN_ONE_PROCESS ? countCrowd(options) : countParts(options);
}

async function countParts(options: Omit<CrowdOptions, 'onAck'>): Promise<CrowdCounts> {
  const { signal, onCounts, ...rest } = options;
  const began = performance.now();
  const parts = splitPhones(rest).map((part) => new Part(part));
  const tell = (): void =>
    onCounts?.(sumCounts(parts.map(({ counts }) => counts)), (performance.now() - began) / 1000);
  const watch = setInterval(tell, 500);
  const stop = (): void => parts.forEach((part) => part.stop());
  signal?.addEventListener('abort', stop);
  try {
    await Promise.all(parts.map((part) => part.ended));
    return sumCounts(parts.map(({ counts }) => counts));
  } finally {
    clearInterval(watch);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

export function splitPhones(options: PartOptions): PartOptions[] {
  const each = Math.ceil(options.phones / PROCESSES);
  return Array.from({ length: PROCESSES }, (_, at) => ({
    ...options,
    firstPhone: at * each,
    phones: Math.min(each, options.phones - at * each),
  }));
}

/** One process and what it has told of its phones. */
class Part {
  counts: CrowdCounts;
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;

  constructor(options: PartOptions) {
    this.counts = { ...noCounts(), phones: options.phones };
    this.#child = fork(join(import.meta.dirname, 'part.ts'), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child.send(options);
    this.ended = this.#listen();
  }

  stop(): void {
    if (this.#child.connected) this.#child.send('stop');
  }

  async #listen(): Promise<void> {
    let end: 'last' | CrowdFailed | undefined;
    this.#child.on('message', (said: FromPart) => {
      if ('failed' in said) end = new CrowdFailed(said.failed);
      else this.#take(said.counts);
      if ('isLast' in said && said.isLast) end = 'last';
    });
    await once(this.#child, 'exit');
    if (end instanceof CrowdFailed) throw end;
    if (end !== 'last') throw new CrowdFailed('A part of the crowd ended by itself.');
  }

  #take(counts: CrowdCounts): void {
    this.counts = { ...counts, acks: this.counts.acks.concat(counts.acks) };
  }
}
