import { isChangeAllowed } from '../../shared/asking.ts';
import type { CastOutcome, Receipt, VoterNumber } from '../../shared/ballot.ts';
import type { AskingId } from '../../shared/ids.ts';
import type { MyBallot } from '../../shared/messages.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { foldOutcome } from '../../shared/tally.ts';
import type { AskingRoom } from './asking-room.ts';
import type { BallotBatch, BallotCast } from './ballot-batch.ts';
import type { EventChanges } from './event-changes.ts';
import type { HeldEvent } from './held-event.ts';
import type { LateBallots } from './late-ballots.ts';
import type { Language } from '../../shared/words/languages.ts';

export interface Cast {
  askingId: AskingId;
  revision: number;
  answer: unknown;
  /** The language the question was read in. */
  language?: Language | undefined;
}

/** Phones and their ballots, between two changes of state. */
export class Voting {
  readonly #held: HeldEvent;
  readonly #changes: EventChanges;
  readonly #batch: BallotBatch;
  readonly #late: LateBallots;

  constructor(held: HeldEvent, changes: EventChanges, batch: BallotBatch, late: LateBallots) {
    this.#held = held;
    this.#changes = changes;
    this.#batch = batch;
    this.#late = late;
  }

  /** A phone is known from here on, and counts as joined for what is open. */
  join(hash: string): VoterNumber {
    const voter = this.#held.voters.numberOf(hash);
    for (const { id } of this.#held.openAskings()) this.#held.room(id).joined.add(voter);
    return voter;
  }

  /** A phone's line opens; call what comes back when it ends. */
  connect(hash: string): () => void {
    const { voters } = this.#held;
    const voter = this.join(hash);
    voters.arrive(voter);
    this.#changes.headsChanged();
    return () => {
      voters.leave(voter);
      this.#changes.headsChanged();
    };
  }

  mine(hash: string, askingId: AskingId): MyBallot | null {
    const voter = this.#held.voters.known(hash);
    const stored = voter === undefined ? undefined : this.#held.room(askingId).ballots.get(voter);
    return stored ? { askingId, ...stored } : null;
  }

  /** Resolves when the ballot is on disk and in the tally, or refused with nothing stored. */
  async cast(hash: string, cast: Cast): Promise<Result<Receipt>> {
    // A change of state is a line: whoever comes while it is drawn waits to see on which side it stands. Nothing may
    // be awaited between this look and the batch.
    while (this.#changes.isChanging) await this.#changes.done();
    const asking = this.#held.asking(cast.askingId);
    if (!asking) return refused('NOT_FOUND');
    const room = this.#held.room(asking.id);
    const checked = room.check(cast.answer);
    if (!checked.ok) return checked;
    const voter = this.join(hash);
    const mine = room.ballots.get(voter);
    if (asking.state !== 'open' && mine?.revision !== cast.revision) {
      const isNew = cast.revision > (mine?.revision ?? 0);
      if (asking.state === 'closed' && isNew) this.#late.note(asking.id, voter);
      return refused('ASKING_CLOSED');
    }
    const first = room.underway.get(voter) ?? mine?.revision;
    if (!isChangeAllowed(asking) && first !== undefined && first !== cast.revision)
      return refused('STATE_CONFLICT', 'This vote can no longer be changed. The first one is counted.');
    const { revision, language } = cast;
    return this.#save(room, { askingId: asking.id, voter, revision, answer: checked.value, language });
  }

  async #save(room: AskingRoom, ballot: BallotCast): Promise<Result<Receipt>> {
    const { voters } = this.#held;
    const { voter, revision } = ballot;
    if (voters.hasUnwritten) void voters.write().catch(() => undefined);
    room.underway.set(voter, room.underway.get(voter) ?? revision);
    try {
      const outcome = await this.#batch.add(ballot, (onDisk) => this.#fold(onDisk));
      // A ballot whose voter is not on disk could not be found again after a restart: it is no saved one yet.
      if (voters.isUnwritten(voter)) await voters.write();
      return answerTo(outcome);
    } finally {
      room.underway.delete(voter);
    }
  }

  #fold(outcome: CastOutcome): void {
    if (outcome.kind !== 'counted') return;
    const { askingId, voter, revision, answer, language, castAt } = outcome.new;
    // It may have been removed while its last ballots were on their way.
    if (!this.#held.asking(askingId)) return;
    const room = this.#held.room(askingId);
    room.tally = foldOutcome(room.spec, room.tally, outcome);
    room.ballots.set(voter, { revision, answer, language, castAt });
    room.late.delete(voter);
    this.#changes.tallyChanged(askingId);
  }
}

function answerTo(outcome: CastOutcome): Result<Receipt> {
  if (outcome.kind === 'stale') {
    const { voter: _voter, ...stored } = outcome.stored;
    return refused('REVISION_STALE', undefined, { stored });
  }
  const { revision, castAt } = outcome.kind === 'counted' ? outcome.new : outcome.stored;
  return ok({ revision, castAt, saved: true });
}
