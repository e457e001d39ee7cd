import type { Asking } from '../../shared/asking.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import type { QuestionId } from '../../shared/ids.ts';
import { refused, type Result } from '../../shared/result.ts';
import type { Changed, HeldEvent } from './held-event.ts';
import type { LookBack } from './look-back.ts';

/** Keeps what an event shows of earlier times in step with the event. A vote never waits in vain for its history. */
export class LookingBack {
  readonly #held: HeldEvent;
  readonly #lookBack: LookBack;

  constructor(held: HeldEvent, lookBack: LookBack) {
    this.#held = held;
    this.#lookBack = lookBack;
  }

  /** All of it. Once, before use. */
  async load(): Promise<void> {
    await Promise.all(this.#held.askings().map((asking) => this.loadPast(asking)));
    if (this.#held.stage.view === 'comparison') await this.#compareAnew();
  }

  /** What came before an asking; what cannot be read stays as it was known. */
  async loadPast(asking: Asking): Promise<void> {
    try {
      this.#held.past.put(asking.id, await this.#lookBack.past(this.#held.askedNow(asking)));
    } catch {
      // Without it the asking opens as one that was never asked before.
    }
  }

  /** The comparison that the stage is about to show. */
  async comparison(questionId: QuestionId): Promise<Result<Comparison>> {
    const value = await this.#lookBack.comparison(questionId, this.#held.id);
    return value ? { ok: true, value } : refused('NOT_FOUND', 'There is no such question.');
  }

  /** [LP6] After a change: what was hidden, closed or removed meanwhile must not stand in the comparison on the stage. */
  async follow({ askings = [], removed = [], comparison }: Changed): Promise<void> {
    const { stage } = this.#held;
    if (comparison || stage.view !== 'comparison') return;
    const isTouched = askings.some(({ questionId }) => questionId === stage.questionId);
    if (isTouched || removed.length > 0) await this.#compareAnew();
  }

  /**
   * [LP6] After results of a question changed elsewhere: other events showed or hid theirs, a result was brought in, matched
   * or taken away. What the room sees while it votes stays as it is.
   */
  async again(questionId: QuestionId): Promise<void> {
    const askings = this.#held.askings().filter((asking) => asking.questionId === questionId);
    const isSeen = ({ state, conditions }: Asking) =>
      state === 'open' && conditions?.lastResultVisible === true;
    await Promise.all(askings.filter((asking) => !isSeen(asking)).map((asking) => this.loadPast(asking)));
    const { view, questionId: staged } = this.#held.stage;
    if (view === 'comparison' && staged === questionId) await this.#compareAnew();
  }

  /** Nobody sees the old one meanwhile, and whoever comes then sees none. */
  async #compareAnew(): Promise<void> {
    const { questionId } = this.#held.stage;
    this.#held.putComparison(null);
    if (questionId === null) return;
    const anew = await this.#lookBack.comparison(questionId, this.#held.id).catch(() => undefined);
    this.#held.putComparison(anew ?? null);
  }
}
