import { MOST_TICKETS, type TicketCounts } from '../../shared/tickets.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { Act, StoredTicket, TicketStore } from '../store/store.ts';
import type { HeldEvent } from './held-event.ts';

/** What many phones do at once is written as one. */
const WRITE_AFTER_MS = 1_000;
/** Stands for whatever is no ticket of this event: how often that was tried. */
const NO_TICKET = 0;

interface Parts {
  held: HeldEvent;
  store: TicketStore;
  now: () => number;
}

/** The printed tickets of one event: which there are, which were used, and what looks like a copy. */
export class TicketBook {
  readonly #parts: Parts;
  readonly #tickets = new Map<string, StoredTicket>();
  /** By ticket the phones that are connected with it, and how many lines each has. */
  readonly #phones = new Map<string, Map<string, number>>();
  readonly #unwritten = new Set<StoredTicket>();
  #none: StoredTicket = { number: NO_TICKET, hash: '', usedAt: null, refused: 0 };
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Once, before use. */
  async load(): Promise<void> {
    for (const ticket of await this.#parts.store.ofEvent(this.#parts.held.id)) {
      if (ticket.number === NO_TICKET) this.#none = ticket;
      else this.#tickets.set(ticket.hash, ticket);
    }
  }

  /** [TK1] Whether this event lets in whoever holds this, as far as tickets go. */
  admits(hash: string): boolean {
    return this.#parts.held.event.setUp.entry === 'code' || this.#tickets.has(hash);
  }

  get counts(): TicketCounts {
    const all = [...this.#tickets.values()];
    const used = all.filter(({ usedAt }) => usedAt !== null).length;
    const duplicates = all.filter((ticket) => ticket.refused > 0).length;
    return { made: all.length, used, unused: all.length - used, refused: this.#none.refused, duplicates };
  }

  /** In the order in which they were made. */
  list(): StoredTicket[] {
    return [...this.#tickets.values()].sort((a, b) => a.number - b.number);
  }

  /** New ones, by their hashes; gives their numbers. */
  async make(hashes: readonly string[], act: Act): Promise<Result<number[]>> {
    const first = Math.max(NO_TICKET, ...this.list().map(({ number }) => number)) + 1;
    if (this.#tickets.size + hashes.length > MOST_TICKETS)
      return refused('STATE_CONFLICT', `An event takes at most ${MOST_TICKETS} tickets.`);
    const made = hashes.map((hash, index) => ({ number: first + index, hash, usedAt: null, refused: 0 }));
    await this.#parts.store.add(this.#parts.held.id, made, act);
    for (const ticket of made) this.#tickets.set(ticket.hash, ticket);
    return ok(made.map(({ number }) => number));
  }

  /** Somebody came in with it. */
  used(hash: string): void {
    const ticket = this.#tickets.get(hash);
    if (!ticket || ticket.usedAt !== null) return;
    ticket.usedAt = this.#parts.now();
    this.#note(ticket);
  }

  /** [TK3] Somebody tried what is no ticket here. */
  turnedAway(): void {
    this.#none.refused += 1;
    this.#note(this.#none);
  }

  /** [TK4] A line opens with this ticket; a second phone while a first has one is noted. Call what comes back at its end. */
  arrive(hash: string, phone: string | undefined): () => void {
    this.used(hash);
    const ticket = this.#tickets.get(hash);
    if (!ticket || phone === undefined) return () => undefined;
    const phones = this.#phones.get(hash) ?? new Map<string, number>();
    this.#phones.set(hash, phones);
    if (phones.size > 0 && !phones.has(phone)) {
      ticket.refused += 1;
      this.#note(ticket);
    }
    phones.set(phone, (phones.get(phone) ?? 0) + 1);
    return () => this.#leave(hash, phone);
  }

  /** [RE2] A rehearsal is over: what it would have written of their use never was. */
  dropUnwritten(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unwritten.clear();
  }

  /** Writes what is new. What could not be written is tried again with the next. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = [...this.#unwritten];
    this.#unwritten.clear();
    if (batch.length === 0) return;
    try {
      await this.#parts.store.save(this.#parts.held.id, batch);
    } catch (reason) {
      for (const ticket of batch) this.#unwritten.add(ticket);
      throw reason;
    }
  }

  #note(ticket: StoredTicket): void {
    this.#unwritten.add(ticket);
    this.#timer ??= setTimeout(() => void this.write().catch(() => undefined), WRITE_AFTER_MS);
  }

  #leave(hash: string, phone: string): void {
    const phones = this.#phones.get(hash);
    const left = (phones?.get(phone) ?? 0) - 1;
    if (left > 0) phones?.set(phone, left);
    else phones?.delete(phone);
    if (phones?.size === 0) this.#phones.delete(hash);
  }
}
