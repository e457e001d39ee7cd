import type { Asking, AskingSettings } from '../../shared/asking.ts';
import type { AskingId } from '../../shared/ids.ts';
import { MOST_STOPS } from '../../shared/live-event.ts';
import type { Question } from '../../shared/question.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { BallotBatch } from './ballot-batch.ts';
import type { By, EventChanges } from './event-changes.ts';
import type { HeldEvent } from './held-event.ts';

export interface AskingPatch {
  position?: number | undefined;
  settings?: { [K in keyof AskingSettings]?: AskingSettings[K] | undefined } | undefined;
}

/** The stops of an event: put in, moved, set up, taken out. Each is part of a change. */
export class RunningOrder {
  readonly #held: HeldEvent;
  readonly #changes: EventChanges;
  readonly #batch: BallotBatch;
  readonly #now: () => number;

  constructor(held: HeldEvent, changes: EventChanges, batch: BallotBatch, now: () => number) {
    this.#held = held;
    this.#changes = changes;
    this.#batch = batch;
    this.#now = now;
  }

  async add(asking: Asking, question: Question, by: By): Promise<Result<Asking>> {
    const { event } = this.#held;
    if (event.order.length >= MOST_STOPS)
      return refused('STATE_CONFLICT', `A running order takes at most ${MOST_STOPS} questions.`);
    const changed = { ...event, order: [...event.order, asking.id], updatedAt: this.#now() };
    this.#held.add(asking, question);
    try {
      const change = { event: changed, askings: [asking] };
      await this.#changes.commit(change, 'asking:add', by, { askingId: asking.id });
    } catch (reason) {
      this.#held.forget(asking.id);
      throw reason;
    }
    return ok(asking);
  }

  async change(id: AskingId, { position, settings }: AskingPatch, by: By): Promise<Result<Asking>> {
    const asking = this.#held.asking(id);
    if (!asking) return refused('NOT_FOUND');
    const { event } = this.#held;
    const others = event.order.filter((other) => other !== id);
    const moved =
      position === undefined
        ? {}
        : { event: { ...event, order: others.toSpliced(position, 0, id) }, stage: this.#changes.stageTo() };
    const changed = { ...asking, settings: { ...asking.settings, ...withoutUndefined(settings ?? {}) } };
    await this.#changes.commit({ ...moved, askings: [changed] }, 'asking:change', by, { askingId: id });
    return ok(changed);
  }

  async remove(id: AskingId, evenWithBallots: boolean, by: By): Promise<Result<null>> {
    if (!this.#held.asking(id)) return refused('NOT_FOUND');
    await this.#batch.flush();
    const ballots = this.#held.ballotsOf(id);
    if (ballots > 0 && !evenWithBallots) {
      const held = `${ballots} ${ballots === 1 ? 'ballot' : 'ballots'}`;
      return refused(
        'STATE_CONFLICT',
        `This question holds ${held}. Deleting it deletes them: confirm with ?confirm=ballots.`,
      );
    }
    const { event, stage } = this.#held;
    const order = event.order.filter((other) => other !== id);
    const gone = stage.askingId === id ? ({ view: 'lobby', askingId: null } as const) : {};
    const change = { event: { ...event, order }, removed: [id], stage: this.#changes.stageTo(gone) };
    await this.#changes.commit(change, 'asking:remove', by, { askingId: id, ballots });
    return ok(null);
  }

  /** An edited question: askings of it that wait take its newest version. */
  questionChanged(question: Question): void {
    if (!this.#held.askings().some(({ questionId }) => questionId === question.id)) return;
    this.#held.takeQuestion(question);
    this.#changes.publish();
  }
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
