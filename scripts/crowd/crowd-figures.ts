import { spread, type Spread } from './percentile.ts';

/** What a crowd has done, in numbers. */
export interface CrowdReport {
  phones: number;
  /** Phones that the server took in. */
  joined: number;
  /** Phones on the line at that moment. */
  connected: number;
  /** Phones that were refused for good, by code. */
  gaveUp: Record<string, number>;
  /** Ballots: each revision of each voter once, however often it had to be sent. */
  sent: number;
  acknowledged: number;
  sentAgain: number;
  /** By code; `later` codes count each time and are tried again. */
  refused: Record<string, number>;
  /** Sent and not answered yet. */
  unanswered: number;
  /** Counted votes that were replaced by another one of the same voter. */
  changed: number;
  dropped: number;
  /** Lines that were lost, for whatever reason, and are there again. */
  cameBack: number;
  /** Acknowledged ballots the server did not know when the phone came back: must be 0. */
  missing: number;
  /** Milliseconds from the sending that was answered to its acknowledgement. */
  ack: Spread | null;
  seconds: number;
}

type Counter = Exclude<keyof CrowdReport, 'gaveUp' | 'refused' | 'unanswered' | 'ack' | 'phones' | 'seconds'>;

/** Everything countable, which several processes can add up. */
export interface CrowdCounts {
  phones: number;
  counters: Record<Counter, number>;
  gaveUp: Record<string, number>;
  refused: Record<string, number>;
  /** Ballots that were answered, with yes or never. */
  settled: number;
  acks: number[];
}

/** Keeps count for all phones of one process. */
export class CrowdFigures {
  readonly counts: CrowdCounts;

  constructor(phones: number) {
    this.counts = { ...noCounts(), phones };
  }

  add(counter: Counter, by: 1 | -1 = 1): void {
    this.counts.counters[counter] += by;
  }

  gaveUp(code: string): void {
    this.counts.gaveUp[code] = (this.counts.gaveUp[code] ?? 0) + 1;
  }

  acknowledged(tookMs: number): void {
    this.add('acknowledged');
    this.counts.settled += 1;
    this.counts.acks.push(tookMs);
  }

  refused(code: string, isForGood: boolean): void {
    this.counts.refused[code] = (this.counts.refused[code] ?? 0) + 1;
    if (isForGood) this.counts.settled += 1;
  }
}

export function noCounts(): CrowdCounts {
  const counters = {
    joined: 0,
    connected: 0,
    sent: 0,
    acknowledged: 0,
    sentAgain: 0,
    changed: 0,
    dropped: 0,
    cameBack: 0,
    missing: 0,
  };
  return { phones: 0, counters, gaveUp: {}, refused: {}, settled: 0, acks: [] };
}

export function sumCounts(all: readonly CrowdCounts[]): CrowdCounts {
  const sum = noCounts();
  for (const counts of all) {
    sum.phones += counts.phones;
    sum.settled += counts.settled;
    addUp(sum.counters, counts.counters);
    addUp(sum.gaveUp, counts.gaveUp);
    addUp(sum.refused, counts.refused);
    sum.acks = sum.acks.concat(counts.acks);
  }
  return sum;
}

export function reportOf(counts: CrowdCounts, seconds: number): CrowdReport {
  const { phones, counters, gaveUp, refused, settled, acks } = counts;
  const unanswered = counters.sent - settled;
  return { phones, ...counters, gaveUp, refused, unanswered, ack: spread(acks), seconds };
}

function addUp(into: Record<string, number>, more: Record<string, number>): void {
  for (const [key, value] of Object.entries(more)) into[key] = (into[key] ?? 0) + value;
}
