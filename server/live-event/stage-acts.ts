import type { Comparison } from '../../shared/comparison/comparison.ts';
import { lastStepOf } from '../../shared/comparison/steps.ts';
import type { AskingId, PictureId, PostId, QuestionId } from '../../shared/ids.ts';
import { pictureStop } from '../../shared/live-event.ts';
import type { StepPress } from '../../shared/messages.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import {
  elsewhere,
  pressCounts,
  step,
  type Stage,
  type StageGoal,
  type StageView,
  type StepOutcome,
} from '../../shared/stage.ts';
import type { ActParts, AskingActs } from './asking-acts.ts';
import type { By, EventChanges } from './event-changes.ts';
import type { HeldEvent } from './held-event.ts';
import type { LookingBack } from './looking-back.ts';

export interface StageTo {
  view: StageView;
  askingId?: AskingId | undefined;
  questionId?: QuestionId | undefined;
  postId?: PostId | undefined;
  pictureId?: PictureId | undefined;
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
  readonly #lookingBack: LookingBack;
  readonly #now: () => number;
  #lastPressAt: number | null = null;

  constructor({ held, changes, lookingBack, now }: ActParts, asking: AskingActs) {
    this.#held = held;
    this.#changes = changes;
    this.#asking = asking;
    this.#lookingBack = lookingBack;
    this.#now = now;
  }

  async step(press: StepPress, by: By): Promise<Result<Stage>> {
    const { stage } = this.#held;
    const now = this.#now();
    if (!pressCounts(stage, press.version, now, this.#lastPressAt)) return ok(stage);
    const lastStep = lastStepOf(this.#held.comparison);
    const done = await this.#follow(step(stage, this.#held.stops(), press.press, lastStep), by);
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
        return this.#go(outcome.to, by);
      case 'build':
        return this.#restage({ step: outcome.step }, by);
      case 'open':
      case 'reopen':
        return this.#asking.open(outcome.askingId, {}, by);
      case 'closeAndReveal':
        return this.#asking.close(outcome.askingId, true, by);
      case 'reveal':
        return this.#asking.show(outcome.askingId, true, by);
    }
  }

  #go(to: StageGoal, by: By): Promise<Result<unknown>> {
    if (to.view !== 'comparison') return this.#restage(elsewhere(to), by);
    return this.#compare(to.questionId, { at: to.at }, by);
  }

  async put({ view, askingId, questionId, postId, pictureId }: StageTo, by: By): Promise<Result<Stage>> {
    if (view === 'picture') return this.#picture(pictureId, by);
    if (view === 'wall') return this.#wall(postId ?? null, by);
    if (view === 'blank') return this.#restage({ blank: true }, by);
    if (view === 'lobby') return this.#restage(elsewhere({ view, ...UNCOVERED }), by);
    if (view === 'comparison')
      return questionId
        ? this.#compare(
            questionId,
            { at: 'first', askingId: this.#askingUnder(questionId), ...UNCOVERED },
            by,
          )
        : missing('questionId');
    if (!askingId) return missing('askingId');
    if (!this.#held.asking(askingId))
      return refused('NOT_FOUND', 'This question is not in the running order.');
    return this.#restage(elsewhere({ view, askingId, ...UNCOVERED }), by);
  }

  /** Only pictures of this event's running order. */
  async #picture(pictureId: PictureId | undefined, by: By): Promise<Result<Stage>> {
    if (!pictureId || !this.#held.event.order.includes(pictureStop(pictureId)))
      return refused('NOT_FOUND', 'This picture is not in the running order.');
    return this.#restage(elsewhere({ view: 'picture', pictureId, ...UNCOVERED }), by);
  }

  /** [ST10] The list of the wall, or one question of it large; one that the room does not see stands nowhere. */
  #wall(postId: PostId | null, by: By): Promise<Result<Stage>> {
    const isShown = postId === null || this.#held.wall.get(postId)?.state === 'shown';
    if (isShown) return this.#restage(elsewhere({ view: 'wall', postId, ...UNCOVERED }), by);
    return Promise.resolve(refused('STATE_CONFLICT', 'This question is not on the wall. Show it first.'));
  }

  /** Reckons before anything changes: what cannot be compared leaves the screen as it is. */
  async #compare(
    questionId: QuestionId,
    { at, ...more }: Partial<Stage> & { at: 'first' | 'last' },
    by: By,
  ): Promise<Result<Stage>> {
    const comparison = await this.#lookingBack.comparison(questionId);
    if (!comparison.ok) return comparison;
    const reached = at === 'last' ? lastStepOf(comparison.value) : 0;
    const stage = elsewhere({ view: 'comparison', questionId, step: reached, ...more });
    return this.#restage(stage, by, comparison.value);
  }

  /** [ST7] The asking on the stage, where the comparison of its own question comes to lie over it. */
  #askingUnder(questionId: QuestionId): AskingId | null {
    const { askingId } = this.#held.stage;
    return askingId && this.#held.asking(askingId)?.questionId === questionId ? askingId : null;
  }

  /** Blank and the big QR code lie over what is shown. */
  cover({ blank, qr }: Cover, by: By): Promise<Result<Stage>> {
    const { stage } = this.#held;
    return this.#restage({ blank: blank ?? stage.blank, qr: qr ?? stage.qr }, by);
  }

  async #restage(to: Partial<Stage>, by: By, comparison?: Comparison): Promise<Result<Stage>> {
    const stage = this.#changes.stageTo(to);
    const change = comparison ? { stage, comparison } : { stage };
    await this.#changes.commit(change, 'stage:put', by, { view: stage.view });
    return ok(stage);
  }
}

function missing(path: 'askingId' | 'questionId'): Result<never> {
  return refused('INVALID', undefined, { errors: [{ path, message: 'Say which question.' }] });
}
