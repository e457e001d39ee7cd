import type { AskingId, QuestionId } from '../../shared/ids.ts';
import { Refused, type Result } from '../../shared/result.ts';
import type { Stage } from '../../shared/stage.ts';
import type { Changed, HeldEvent } from './held-event.ts';
import type { LookingBack } from './looking-back.ts';
import type { EventStore } from '../store/store.ts';

/** Who acts: a user's or token's name; null is the machine itself. */
export type By = string | null;

/** What the world outside hears of an event. State is sent whole; tallies and heads are coalesced by who listens. */
export interface HostListener {
  stateChanged(): void;
  tallyChanged(askingId: AskingId): void;
  headsChanged(): void;
  /** The event is dropped from memory; whoever still listens must come in anew. */
  released(): void;
}

interface ChangesParts {
  held: HeldEvent;
  events: Pick<EventStore, 'commit'>;
  lookingBack: LookingBack;
  /** Hears of the questions whose results others may see changed here: what they show of them is out of date. */
  onResults: (questions: QuestionId[]) => void;
  now: () => number;
}

/** How an event changes: one change after the other, each committed first and published after. */
export class EventChanges {
  readonly #parts: ChangesParts;
  readonly #listeners = new Set<HostListener>();
  #version = 1;
  #last: Promise<unknown> = Promise.resolve();
  #isChanging = false;

  constructor(parts: ChangesParts) {
    this.#parts = parts;
  }

  /** Grows with everything that is published. */
  get version(): number {
    return this.#version;
  }

  get isListenedTo(): boolean {
    return this.#listeners.size > 0;
  }

  listen(listener: HostListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs one change after the other. What the store refuses is a refusal; nothing has changed then. */
  inOrder<T>(change: () => Promise<Result<T>>): Promise<Result<T>> {
    const run = async (): Promise<Result<T>> => {
      this.#isChanging = true;
      try {
        return await change();
      } catch (reason) {
        if (reason instanceof Refused) return { ok: false, error: reason.refusal };
        throw reason;
      } finally {
        this.#isChanging = false;
      }
    };
    const done = this.#last.then(run);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Whether one is under way now. */
  get isChanging(): boolean {
    return this.#isChanging;
  }

  /** Resolves when all that was begun is done. */
  async done(): Promise<void> {
    await this.#last;
  }

  /** The stage as it would be; each change of it makes older presses count no more. */
  stageTo(to: Partial<Stage> = {}): Stage {
    const { stage } = this.#parts.held;
    return { ...stage, ...to, version: stage.version + 1 };
  }

  async commit(change: Changed, what: string, by: By, detail: Record<string, unknown> = {}): Promise<void> {
    const { held, events, lookingBack, onResults, now } = this.#parts;
    const { comparison: _shown, ...stored } = change;
    const touched = held.questionsTouchedBy(change);
    const askings = (change.askings ?? []).map((asking) => ({
      asking: { ...asking, ...held.keptWith(asking) },
      tally: asking.state === 'closed' ? held.tallyWith(asking) : null,
    }));
    await events.commit({ ...stored, askings, acts: [{ at: now(), by, what, eventId: held.id, detail }] });
    held.take(change);
    await lookingBack.follow(change);
    this.publish();
    if (touched.length > 0) onResults(touched);
  }

  publish(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener.stateChanged();
  }

  tallyChanged(id: AskingId): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener.tallyChanged(id);
  }

  headsChanged(): void {
    for (const listener of this.#listeners) listener.headsChanged();
  }

  released(): void {
    for (const listener of this.#listeners) listener.released();
  }
}
