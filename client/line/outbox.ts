import type { AskingId } from '../../shared/ids.ts';
import type { MyBallot } from '../../shared/messages.ts';
import { readKept, type KeptStore } from './kept-store.ts';
import type { Language } from '../../shared/words/languages.ts';

/** An answer that is not acknowledged yet. `prompt` and `words` say it to its voter when the question has gone. */
export interface OutboxEntry {
  askingId: AskingId;
  revision: number;
  answer: unknown;
  prompt: string;
  words: string[];
  /** In which language it was read; absent: as it was written. */
  language?: Language | undefined;
  /** When its voter said it, and when it was last sent (null before): this phone's clock. */
  saidAt: number;
  triedAt: number | null;
}

/** An answer that came after the close, and when this phone heard of it. */
export interface LateEntry {
  entry: OutboxEntry;
  at: number;
}

/** The server ends a connection over 16 KB; nothing near that is ever queued. */
export const MAX_ANSWER_BYTES = 8 * 1024;

interface Kept {
  pending: OutboxEntry[];
  /** What the server has acknowledged, so that a question that comes back is not taken for a new one. */
  stored: MyBallot[];
  /** Refused because they came after the close: offered again if voting opens again, and never sent by themselves. */
  late: LateEntry[];
}

/** The answers of one event that are on their way, one per asking, and those that arrived. Lives through a reload. */
export class Outbox {
  readonly #store: KeptStore;
  readonly #key: string;
  #kept: Kept;

  constructor(store: KeptStore, key: string) {
    this.#store = store;
    this.#key = key;
    // What stands there may have been cut off or written by somebody else; a phone must vote all the same.
    const { pending, stored, late } = readKept<Partial<Kept>>(store, key, {});
    this.#kept = {
      pending: Array.isArray(pending) ? pending : [],
      stored: Array.isArray(stored) ? stored : [],
      late: Array.isArray(late) ? late : [],
    };
  }

  get pending(): readonly OutboxEntry[] {
    return this.#kept.pending;
  }

  pendingOf(askingId: AskingId | undefined): OutboxEntry | null {
    return this.#kept.pending.find((entry) => entry.askingId === askingId) ?? null;
  }

  storedOf(askingId: AskingId | undefined): MyBallot | null {
    return this.#kept.stored.find((ballot) => ballot.askingId === askingId) ?? null;
  }

  lateOf(askingId: AskingId | undefined): LateEntry | null {
    return this.#kept.late.find(({ entry }) => entry.askingId === askingId) ?? null;
  }

  /** Puts an answer in, in place of an older one. Its revision is above all this phone knows of. */
  put(
    cast: Pick<OutboxEntry, 'askingId' | 'answer' | 'prompt' | 'words' | 'language' | 'saidAt'>,
  ): OutboxEntry {
    const known = [this.storedOf(cast.askingId), this.pendingOf(cast.askingId)];
    const revision = Math.max(0, ...known.map((one) => one?.revision ?? 0)) + 1;
    const entry = { ...cast, revision, triedAt: null };
    this.#keep({ pending: [...this.#others(cast.askingId), entry] });
    return entry;
  }

  tried(sent: OutboxEntry, at: number): void {
    this.#keep({
      pending: this.pending.map((entry) => (isSame(entry, sent) ? { ...entry, triedAt: at } : entry)),
    });
  }

  /** Takes an answer out, and says whether it was in: one that was replaced since it was sent stays. */
  settle(sent: Sent): boolean {
    const before = this.pending.length;
    this.#keep({ pending: this.pending.filter((entry) => !isSame(entry, sent)) });
    return this.pending.length < before;
  }

  /** What the server has stored; an older word than the one known changes nothing. */
  remember(ballot: MyBallot): void {
    if ((this.storedOf(ballot.askingId)?.revision ?? 0) > ballot.revision) return;
    this.#keep({
      stored: [...this.#kept.stored.filter(({ askingId }) => askingId !== ballot.askingId), ballot],
      late: this.#kept.late.filter(
        ({ entry }) => entry.askingId !== ballot.askingId || entry.revision > ballot.revision,
      ),
    });
  }

  /** An answer came after the close. It stays on this phone until one is counted. */
  keepLate(entry: OutboxEntry, at: number): void {
    const others = this.#kept.late.filter((late) => late.entry.askingId !== entry.askingId);
    this.#keep({ late: [...others, { entry, at }] });
  }

  /** The server has nothing from this voter: its word goes over this phone's. */
  forget(askingId: AskingId): void {
    this.#keep({ stored: this.#kept.stored.filter((ballot) => ballot.askingId !== askingId) });
  }

  #others(askingId: AskingId): OutboxEntry[] {
    return this.pending.filter((entry) => entry.askingId !== askingId);
  }

  #keep(changed: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...changed };
    this.#store.set(this.#key, JSON.stringify(this.#kept));
  }
}

/** Whether an answer is small enough to be sent. */
export function fits(answer: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(answer)).length <= MAX_ANSWER_BYTES;
}

type Sent = Pick<OutboxEntry, 'askingId' | 'revision'>;

function isSame(a: Sent, b: Sent): boolean {
  return a.askingId === b.askingId && a.revision === b.revision;
}
