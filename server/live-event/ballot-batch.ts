import type { Ballot, CastOutcome } from '../../shared/ballot.ts';
import { Refused } from '../../shared/result.ts';
import type { BallotStore, StoredCast } from '../store/store.ts';

export type BallotCast = Omit<Ballot, 'castAt'>;

interface Waiting {
  cast: BallotCast;
  onDisk(outcome: CastOutcome): void;
  settle(outcome: CastOutcome): void;
  fail(reason: unknown): void;
}

/** Ballots of the same 10 ms share one transaction and one fsync … */
const WINDOW_MS = 10;
/** … unless so many have come that waiting longer would gain nothing. */
const FULL_AT = 250;
/** More than this on their way to the disk means that it does not keep up: refuse with BUSY and let phones retry. */
const MOST_UNDERWAY = 50_000;

/** The one batch of ballots shared by all events, so that no room waits for another. */
export class BallotBatch {
  readonly #ballots: Pick<BallotStore, 'castAll'>;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #underway = 0;
  #lastCommit: Promise<unknown> = Promise.resolve();

  constructor(ballots: Pick<BallotStore, 'castAll'>) {
    this.#ballots = ballots;
  }

  /**
   * Resolves when the ballot's transaction is on disk, with what became of it. Rejects when nothing was stored.
   * `onDisk` is called before whoever waits for a flush goes on: what is counted there stands before the line is drawn.
   */
  add(cast: BallotCast, onDisk: Waiting['onDisk'] = () => undefined): Promise<CastOutcome> {
    if (this.#underway >= MOST_UNDERWAY) return Promise.reject(new Refused('BUSY'));
    this.#underway += 1;
    return new Promise((settle, fail) => {
      this.#waiting.push({ cast, onDisk, settle, fail });
      if (this.#waiting.length >= FULL_AT) void this.flush();
      else this.#timer ??= setTimeout(() => void this.flush(), WINDOW_MS);
    });
  }

  /** Sends what is waiting; resolves when everything added so far is settled, stored or not. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length > 0) this.#lastCommit = Promise.all([this.#lastCommit, this.#commit(batch)]);
    return this.#lastCommit.then(() => undefined);
  }

  async #commit(batch: Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#ballots.castAll(batch.map(({ cast }) => cast));
      batch.forEach((waiting, index) => conclude(waiting, outcomes[index]));
    } catch (reason) {
      for (const waiting of batch) waiting.fail(reason);
    } finally {
      this.#underway -= batch.length;
    }
  }
}

function conclude({ onDisk, settle, fail }: Waiting, outcome: StoredCast | undefined): void {
  if (!outcome) return fail(new Error('the store gave no outcome for a ballot'));
  if (outcome.kind === 'gone') return fail(new Refused('NOT_FOUND'));
  onDisk(outcome);
  settle(outcome);
}
