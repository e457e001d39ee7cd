import type { VoterNumber } from '../../shared/ballot.ts';
import type { EventId } from '../../shared/ids.ts';
import type { StoredVoter, VoterStore } from '../store/store.ts';

const WRITE_AFTER_MS = 20;

/**
 * The voters of one event: who is known by which number, and who is connected now. Numbers are given here at once and
 * written in batches; a ballot is always written after its voter, because the writer works in order.
 */
export class VotersHere {
  readonly #eventId: EventId;
  readonly #store: VoterStore;
  readonly #now: () => number;
  readonly #numbers = new Map<string, VoterNumber>();
  readonly #connections = new Map<VoterNumber, number>();
  #next: VoterNumber = 1;
  #unwritten: StoredVoter[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(eventId: EventId, store: VoterStore, stored: StoredVoter[], now: () => number) {
    this.#eventId = eventId;
    this.#store = store;
    this.#now = now;
    for (const { voter, hash } of stored) {
      this.#numbers.set(hash, voter);
      this.setAside(voter);
    }
  }

  /** A number that stands on a ballot is given to nobody else: on a full disk a ballot may have come without its voter. */
  setAside(voter: VoterNumber): void {
    this.#next = Math.max(this.#next, voter + 1);
  }

  /** The number of the phone with this hash; a new one on its first visit. */
  numberOf(hash: string): VoterNumber {
    const known = this.#numbers.get(hash);
    if (known !== undefined) return known;
    const voter = this.#next++;
    this.#numbers.set(hash, voter);
    this.#unwritten.push({ voter, hash });
    this.#timer ??= setTimeout(() => void this.write().catch(() => undefined), WRITE_AFTER_MS);
    return voter;
  }

  /** The number of a phone that has been here, else undefined. */
  known(hash: string): VoterNumber | undefined {
    return this.#numbers.get(hash);
  }

  /** Writes new voters. Called before their ballots; what could not be written is tried again with the next. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#unwritten;
    if (batch.length === 0) return;
    this.#unwritten = [];
    try {
      await this.#store.addAll(this.#eventId, batch, this.#now());
    } catch (reason) {
      this.#unwritten = [...batch, ...this.#unwritten];
      throw reason;
    }
  }

  get hasUnwritten(): boolean {
    return this.#unwritten.length > 0;
  }

  /** Whether this voter's row has still to be written, or could not be. */
  isUnwritten(voter: VoterNumber): boolean {
    return this.#unwritten.some((stored) => stored.voter === voter);
  }

  arrive(voter: VoterNumber): void {
    this.#connections.set(voter, (this.#connections.get(voter) ?? 0) + 1);
  }

  leave(voter: VoterNumber): void {
    const left = (this.#connections.get(voter) ?? 0) - 1;
    if (left > 0) this.#connections.set(voter, left);
    else this.#connections.delete(voter);
  }

  /** How many lines the phone with this hash has open now. */
  linesOf(hash: string): number {
    return this.#connections.get(this.#numbers.get(hash) ?? -1) ?? 0;
  }

  connected(): Iterable<VoterNumber> {
    return this.#connections.keys();
  }

  isConnected(voter: VoterNumber): boolean {
    return this.#connections.has(voter);
  }

  get connectedCount(): number {
    return this.#connections.size;
  }
}
