import type { RevealStep } from '../questions/result-props.ts';
import { cuesFor, type RevealCue, type Sighting } from './reveal.ts';

/** Does something later; what comes back prevents it. */
export type Later = (act: () => void, ms: number) => () => void;

const later: Later = (act, ms) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

export interface RevealParts {
  later?: Later;
  /** People who asked their system for less motion see the end at once. */
  isCalm: () => boolean;
}

/** How far the reveal of the asking on the stage has come. */
export class Reveal {
  /** Null until it is revealed. */
  step = $state<RevealStep | null>(null);
  readonly #later: Later;
  readonly #isCalm: () => boolean;
  #seen: Sighting | undefined;
  #waiting: (() => void)[] = [];

  constructor(parts: RevealParts) {
    this.#later = parts.later ?? later;
    this.#isCalm = parts.isCalm;
  }

  get isPlaying(): boolean {
    return this.step !== null && this.step !== 'sentence';
  }

  /** Takes what the stage shows now; nothing when it is no asking. */
  follow(now: Sighting | undefined): void {
    const cues = now ? cuesFor(this.#seen, now) : null;
    this.#seen = now;
    if (cues === undefined) return;
    this.#stop();
    if (cues === null) this.step = null;
    else if (this.#isCalm()) this.step = 'sentence';
    else this.#play(cues);
  }

  /** Jumps to the end. */
  finish(): void {
    if (!this.isPlaying) return;
    this.#stop();
    this.step = 'sentence';
  }

  stop(): void {
    this.#stop();
  }

  #play(cues: readonly RevealCue[]): void {
    for (const { step, at } of cues) {
      if (at === 0) this.step = step;
      else this.#waiting.push(this.#later(() => (this.step = step), at));
    }
  }

  #stop(): void {
    for (const prevent of this.#waiting) prevent();
    this.#waiting = [];
  }
}
