import type { EventId, RandomBytes } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import { newSecret } from '../identity/secrets.ts';

/** Read aloud across a room: no letter that sounds or looks like another. */
const LETTERS = 'ABCDEFGHJKMNPRSTVWXYZ';
const LENGTH = 4;
const LASTS_MS = 10 * 60_000;
const MOST_WAITING = 500;

export interface Pairing {
  code: string;
  claim: string;
  expiresAt: number;
  isTaken: boolean;
  /** What the screen gets once somebody has typed its code. */
  paired?: { eventId: EventId; token: string };
}

/** Screens that wait to be paired. In memory only: a restart shows a new code. */
export class PairingDesk {
  readonly #now: () => number;
  readonly #random: RandomBytes;
  readonly #byClaim = new Map<string, Pairing>();

  constructor(parts: { now: () => number; random: RandomBytes }) {
    this.#now = parts.now;
    this.#random = parts.random;
  }

  begin(): Pairing {
    this.#dropExpired();
    if (this.#byClaim.size >= MOST_WAITING)
      throw new Refused('BUSY', 'Too many screens wait to be paired. Try again in some minutes.');
    const pairing = {
      code: this.#freeCode(),
      claim: newSecret(this.#random),
      expiresAt: this.#now() + LASTS_MS,
      isTaken: false,
    };
    this.#byClaim.set(pairing.claim, pairing);
    return pairing;
  }

  /** The pairing of a screen that asks how it stands; given once when it is paired. */
  collect(claim: string): Pairing | undefined {
    this.#dropExpired();
    const pairing = this.#byClaim.get(claim);
    if (pairing?.paired) this.#byClaim.delete(claim);
    return pairing;
  }

  /** A waiting screen by the letters it shows, as somebody typed them. */
  waiting(typed: string): Pairing | undefined {
    this.#dropExpired();
    const code = typed.replace(/\s/g, '').toUpperCase();
    return [...this.#byClaim.values()].find((pairing) => pairing.code === code && !pairing.isTaken);
  }

  #freeCode(): string {
    for (;;) {
      const code = [...this.#random(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
      if (!this.waiting(code)) return code;
    }
  }

  #dropExpired(): void {
    for (const [claim, { expiresAt }] of this.#byClaim)
      if (expiresAt <= this.#now()) this.#byClaim.delete(claim);
  }
}
