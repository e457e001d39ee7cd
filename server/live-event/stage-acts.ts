import type { AskingId } from '../../shared/ids.ts';
import type { StepPress } from '../../shared/messages.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { pressCounts, step, type Stage, type StageView, type StepOutcome } from '../../shared/stage.ts';
import type { AskingActs } from './asking-acts.ts';
import type { By, EventChanges } from './event-changes.ts';
import type { HeldEvent } from './held-event.ts';

export interface StageTo {
  view: StageView;
  askingId?: AskingId | undefined;
}

export interface Cover {
  blank?: boolean | undefined;
  qr?: boolean | undefined;
}

const UNCOVERED = { blank: false, qr: false };

/** What the projected screen shows, and the clicker's walk through the running order. Each is part of a change. */
export class StageActs {
  readonly #held: HeldEvent;
  readonly #changes: EventChanges;
  readonly #asking: AskingActs;
  readonly #now: () => number;
  #lastPressAt: number | null = null;

  constructor(held: HeldEvent, changes: EventChanges, asking: AskingActs, now: () => number) {
    this.#held = held;
    this.#changes = changes;
    this.#asking = asking;
    this.#now = now;
  }

  async step(press: StepPress, by: By): Promise<Result<Stage>> {
    const { stage } = this.#held;
    const now = this.#now();
    if (!pressCounts(stage, press.version, now, this.#lastPressAt)) return ok(stage);
    const done = await this.#follow(step(stage, this.#held.askings(), press.press), by);
    if (!done.ok) return done;
    this.#lastPressAt = now;
    return ok(this.#held.stage);
  }

  async #follow(outcome: StepOutcome, by: By): Promise<Result<unknown>> {
    switch (outcome.kind) {
      case 'none':
        return ok(null);
      case 'unblank':
        return this.#restage({ blank: false }, by);
      case 'closeQr':
        return this.#restage({ qr: false }, by);
      case 'go':
        return this.#restage({ askingId: null, ...outcome.to }, by);
      case 'open':
      case 'reopen':
        return this.#asking.open(outcome.askingId, {}, by);
      case 'closeAndReveal':
        return this.#asking.close(outcome.askingId, true, by);
      case 'reveal':
        return this.#asking.show(outcome.askingId, true, by);
    }
  }

  async put({ view, askingId }: StageTo, by: By): Promise<Result<Stage>> {
    if (view === 'wall' || view === 'comparison') return refused('NOT_BUILT');
    if (view === 'blank') return this.#restage({ blank: true }, by);
    if (view === 'lobby') return this.#restage({ view, askingId: null, ...UNCOVERED }, by);
    if (!askingId) {
      const errors = [{ path: 'askingId', message: 'Say which question.' }];
      return refused('INVALID', undefined, { errors });
    }
    if (!this.#held.asking(askingId))
      return refused('NOT_FOUND', 'This question is not in the running order.');
    return this.#restage({ view, askingId, ...UNCOVERED }, by);
  }

  /** Blank and the big QR code lie over what is shown. */
  cover({ blank, qr }: Cover, by: By): Promise<Result<Stage>> {
    const { stage } = this.#held;
    return this.#restage({ blank: blank ?? stage.blank, qr: qr ?? stage.qr }, by);
  }

  async #restage(to: Partial<Stage>, by: By): Promise<Result<Stage>> {
    const stage = this.#changes.stageTo(to);
    await this.#changes.commit({ stage }, 'stage:put', by, { view: stage.view });
    return ok(stage);
  }
}
