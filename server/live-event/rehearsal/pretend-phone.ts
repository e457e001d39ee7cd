import type { AskingId } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';

/** What a made-up phone does as a real one would: it comes, goes, and sends answers. */
export interface PretendLine {
  connect(hash: string): () => void;
  cast(hash: string, askingId: AskingId, answer: unknown): Promise<Result<unknown>>;
  /** How long a message takes, milliseconds. */
  delay(): number;
  /** A vote was counted so long after it was given. */
  counted(afterMs: number): void;
  now(): number;
}

interface Given {
  answer: unknown;
  at: number;
}

/** One made-up phone. It keeps what it could not send, and sends it when it has a line again. */
export class PretendPhone {
  readonly hash: string;
  readonly #line: PretendLine;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #kept = new Map<AskingId, Given>();
  #leave: (() => void) | undefined;

  constructor(hash: string, line: PretendLine) {
    this.hash = hash;
    this.#line = line;
  }

  /** Its line opens, now or in a while. */
  arrive(inMs = 0): void {
    this.#in('line', inMs, () => {
      if (this.#leave) return;
      this.#leave = this.#line.connect(this.hash);
      for (const [id, given] of this.#kept) this.#send(id, given);
    });
  }

  /** Its line is cut; it does not know, and goes on. */
  cutOff(): void {
    this.#stop('line');
    this.#leave?.();
    this.#leave = undefined;
  }

  /** Thinks about a question and answers it, unless it is told to forget it before. */
  consider(id: AskingId, inMs: number, answer: () => unknown): void {
    this.#in(id, inMs, () => {
      const given = { answer: answer(), at: this.#line.now() };
      this.#kept.set(id, given);
      if (this.#leave) this.#send(id, given);
    });
  }

  /** Voting has closed: whoever was still thinking stops. What was given already is sent all the same. */
  stopThinking(id: AskingId): void {
    this.#stop(id);
  }

  /** It goes for good. */
  leave(): void {
    for (const name of [...this.#timers.keys()]) this.#stop(name);
    this.#kept.clear();
    this.cutOff();
  }

  #send(id: AskingId, given: Given): void {
    this.#in(`send ${id}`, this.#line.delay(), () => void this.#cast(id, given));
  }

  async #cast(id: AskingId, { answer, at }: Given): Promise<void> {
    // The line was cut while it was on its way: it stays kept.
    if (!this.#leave) return;
    const receipt = await this.#line.cast(this.hash, id, answer);
    if (receipt.ok) this.#line.counted(this.#line.now() - at);
    this.#kept.delete(id);
  }

  #in(name: string, ms: number, act: () => void): void {
    this.#stop(name);
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      act();
    }, ms);
    this.#timers.set(name, timer);
  }

  #stop(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
