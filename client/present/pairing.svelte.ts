import type { WordKey } from '../words/words.svelte.ts';

/** Does something later; what comes back prevents it. */
type Later = (act: () => void, ms: number) => () => void;

export interface PairingParts {
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  now: () => number;
  later: Later;
  onpaired: (eventId: string, token: string) => void;
}

/** How often it is asked whether somebody has typed the letters. */
export const POLL_MS = 2_000;
/** After a refusal, or where no answer comes at all. */
export const AGAIN_MS = 10_000;

interface Begun {
  code: string;
  claim: string;
  expiresAt: string;
}

/** A screen without an event: it shows letters until somebody types them into the console. */
export class Pairing {
  /** Empty until the server gave some. */
  letters = $state('');
  /** When they run out, in milliseconds of this page's clock. */
  expiresAt = $state(0);
  /** Why there are no letters, or why they may not work, by the name of the phrase. */
  problem = $state<WordKey | ''>('');
  readonly #parts: PairingParts;
  #claim = '';
  #isOver = false;
  #cancel: () => void = () => {};

  constructor(parts: PairingParts) {
    this.#parts = parts;
  }

  /** Begins; returns how to stop. */
  start(): () => void {
    void this.#begin();
    return () => {
      this.#isOver = true;
      this.#cancel();
    };
  }

  async #begin(): Promise<void> {
    const answer = await this.#ask('/api/v1/pairings', { method: 'POST' });
    if (this.#isOver) return;
    if (!answer?.ok) return this.#hasNone(answer);
    const { code, claim, expiresAt } = (await answer.json()) as Begun;
    this.letters = code;
    this.#claim = claim;
    // How long they last is the server's word; when it is now, this page's.
    this.expiresAt = this.#parts.now() + lasts(expiresAt, answer.headers.get('date'), this.#parts.now());
    this.problem = '';
    this.#in(POLL_MS, () => this.#poll());
  }

  async #poll(): Promise<void> {
    if (this.#parts.now() >= this.expiresAt) return this.#begin();
    const answer = await this.#ask(`/api/v1/pairings/${this.#claim}`);
    if (this.#isOver) return;
    if (answer?.status === 404) return this.#begin();
    if (answer?.ok) {
      const stands = (await answer.json()) as { state: string; eventId?: string; token?: string };
      if (stands.eventId && stands.token) return this.#parts.onpaired(stands.eventId, stands.token);
    }
    this.problem = answer?.ok ? '' : 'pairing.cut-off';
    this.#in(answer?.ok ? POLL_MS : AGAIN_MS / 2, () => this.#poll());
  }

  #hasNone(answer: Response | undefined): void {
    this.letters = '';
    this.problem = answer ? 'pairing.too-many' : 'pairing.cut-off';
    this.#in(AGAIN_MS, () => this.#begin());
  }

  async #ask(path: string, init?: RequestInit): Promise<Response | undefined> {
    try {
      return await this.#parts.fetch(path, init);
    } catch {
      return undefined;
    }
  }

  #in(ms: number, act: () => Promise<void>): void {
    if (!this.#isOver) this.#cancel = this.#parts.later(() => void act(), ms);
  }
}

/** Held against the server's own clock where its answer tells it: a podium's clock may be hours off. */
function lasts(expiresAt: string, date: string | null, now: number): number {
  const serverNow = date === null ? NaN : Date.parse(date);
  return Math.max(0, Date.parse(expiresAt) - (Number.isNaN(serverNow) ? now : serverNow));
}
