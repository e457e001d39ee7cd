import type { Asking, AskingSettings } from '../../shared/asking.ts';
import { notingLastTime, setAskingAside } from '../../shared/asking.ts';
import type { AskingId, QuestionId } from '../../shared/ids.ts';
import { countOf } from '../../shared/count-words.ts';
import { comparisonStop, MOST_STOPS, pictureStop, type StopId } from '../../shared/live-event.ts';
import type { Picture } from '../../shared/picture.ts';
import type { Question } from '../../shared/question.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { elsewhere } from '../../shared/stage.ts';
import type { ActParts } from './asking-acts.ts';
import type { BallotBatch } from './ballot-batch.ts';
import type { By, EventChanges } from './event-changes.ts';
import type { Changed, HeldEvent } from './held-event.ts';
import type { LookingBack } from './looking-back.ts';

export interface AskingPatch {
  position?: number | undefined;
  settings?: { [K in keyof AskingSettings]?: AskingSettings[K] | undefined } | undefined;
  /** Why it counts in no comparison; null: it does. */
  setAside?: string | null | undefined;
  /** The host's note of what was said in the room; empty or null: none. */
  said?: string | null | undefined;
}

const TOO_MANY = `A running order takes at most ${MOST_STOPS} stops.`;

/** The stops of an event: put in, moved, set up, taken out. Each is part of a change. */
export class RunningOrder {
  readonly #held: HeldEvent;
  readonly #changes: EventChanges;
  readonly #batch: BallotBatch;
  readonly #lookingBack: LookingBack;
  readonly #now: () => number;

  constructor({ held, changes, batch, lookingBack, now }: ActParts) {
    this.#held = held;
    this.#changes = changes;
    this.#batch = batch;
    this.#lookingBack = lookingBack;
    this.#now = now;
  }

  /** Last, right after a stop, or (null) first. */
  async add(asking: Asking, question: Question, by: By, after?: StopId | null): Promise<Result<Asking>> {
    const { event } = this.#held;
    if (event.order.length >= MOST_STOPS) return refused('STATE_CONFLICT', TOO_MANY);
    const order = withAfter(event.order, asking.id, after);
    const changed = { ...event, order, updatedAt: this.#now() };
    this.#held.add(asking, question);
    await this.#lookingBack.loadPast(asking);
    try {
      // In between it is another "next".
      const stage = after === undefined ? {} : { stage: this.#changes.stageTo() };
      const change = { event: changed, askings: [asking], ...stage };
      await this.#changes.commit(change, 'asking:add', by, { askingId: asking.id });
    } catch (reason) {
      this.#held.forget(asking.id);
      throw reason;
    }
    return ok(asking);
  }

  async change(
    id: AskingId,
    { position, settings, said, setAside }: AskingPatch,
    by: By,
  ): Promise<Result<Asking>> {
    const asking = this.#held.asking(id);
    if (!asking) return refused('NOT_FOUND');
    const moved = position === undefined ? {} : this.#moved(id, position);
    const kept = setAside === undefined ? ok(asking) : setAskingAside(asking, setAside);
    if (!kept.ok) return kept;
    const set = {
      ...kept.value,
      settings: { ...asking.settings, ...withoutUndefined(settings ?? {}) },
      said: said === undefined ? asking.said : said || null,
    };
    const changed = notingLastTime(set, this.#held.lastTimeOf(id) !== null);
    const what = setAside === undefined ? 'asking:change' : 'asking:aside';
    await this.#changes.commit({ ...moved, askings: [changed] }, what, by, { askingId: id });
    // What came before others of this event is another time now.
    if (setAside !== undefined) await this.#lookingBack.again(asking.questionId);
    return ok(changed);
  }

  async remove(id: AskingId, evenWithBallots: boolean, by: By): Promise<Result<null>> {
    if (!this.#held.asking(id)) return refused('NOT_FOUND');
    await this.#batch.flush();
    const ballots = this.#held.ballotsOf(id);
    if (ballots > 0 && !evenWithBallots) {
      const isByHand = this.#held.mustHave(id).hands !== null;
      const held = isByHand ? countOf(ballots, 'hand') : countOf(ballots, 'ballot');
      return refused(
        'STATE_CONFLICT',
        `This question holds ${held}. Deleting it deletes them: confirm with ?confirm=ballots.`,
      );
    }
    const { event, stage } = this.#held;
    const order = event.order.filter((other) => other !== id);
    const gone = stage.askingId === id ? elsewhere({ view: 'lobby' }) : {};
    const change = { event: { ...event, order }, removed: [id], stage: this.#changes.stageTo(gone) };
    await this.#changes.commit(change, 'asking:remove', by, { askingId: id, ballots });
    return ok(null);
  }

  /** Puts in what needs nothing kept for it, the wall or a picture; what is there already is moved. */
  async addStop(
    stop: StopId,
    position: number | undefined,
    by: By,
    act = actOn(stop),
  ): Promise<Result<StopId>> {
    const { order } = this.#held.event;
    if (!order.includes(stop) && order.length >= MOST_STOPS) return refused('STATE_CONFLICT', TOO_MANY);
    if (order.includes(stop) && position === undefined) return ok(stop);
    await this.#changes.commit(
      this.#moved(stop, position ?? order.length),
      `${act.noun}:add`,
      by,
      act.detail,
    );
    return ok(stop);
  }

  /** A picture as a stop; one that is there already is moved. */
  addPicture(picture: Picture, position: number | undefined, by: By): Promise<Result<StopId>> {
    this.#held.keepPicture(picture);
    return this.addStop(pictureStop(picture.id), position, by);
  }

  /** The stage stays where it is: what it shows is no stop any more, and the next press begins anew. */
  async removeStop(stop: StopId, by: By, act = actOn(stop)): Promise<Result<null>> {
    const { event } = this.#held;
    if (!event.order.includes(stop)) return refused('NOT_FOUND');
    const order = event.order.filter((other) => other !== stop);
    const change = { event: { ...event, order, updatedAt: this.#now() }, stage: this.#changes.stageTo() };
    await this.#changes.commit(change, `${act.noun}:remove`, by, act.detail);
    return ok(null);
  }

  /** The comparison of a question as a stop. */
  addComparison(question: Question, position: number | undefined, by: By): Promise<Result<StopId>> {
    this.#held.compare(question);
    return this.addStop(comparisonStop(question.id), position, by, actOnComparison(question.id));
  }

  removeComparison(questionId: QuestionId, by: By): Promise<Result<null>> {
    return this.removeStop(comparisonStop(questionId), by, actOnComparison(questionId));
  }

  /** The running order with a stop at its new place, and the stage: another order is another "next". */
  #moved(stop: StopId, position: number): Pick<Changed, 'event' | 'stage'> {
    const { event } = this.#held;
    const others = event.order.filter((other) => other !== stop);
    const order = others.toSpliced(position, 0, stop);
    return { event: { ...event, order, updatedAt: this.#now() }, stage: this.#changes.stageTo() };
  }

  /** An edited question: askings of it that wait take its newest version. */
  questionChanged(question: Question): void {
    if (!this.#held.isAbout(question.id)) return;
    this.#held.takeQuestion(question);
    this.#changes.publish();
  }
}

/** A stop that is not there any more has nothing after it: at the end, then. */
function withAfter(order: readonly StopId[], stop: StopId, after: StopId | null | undefined): StopId[] {
  if (after === null) return [stop, ...order];
  const at = after === undefined ? -1 : order.indexOf(after);
  return order.toSpliced(at < 0 ? order.length : at + 1, 0, stop);
}

/** What the log of acts says of a stop. */
interface StopAct {
  noun: string;
  detail: Record<string, unknown>;
}

function actOn(stop: StopId): StopAct {
  return { noun: 'stop', detail: { stop } };
}

function actOnComparison(questionId: QuestionId): StopAct {
  return { noun: 'comparison', detail: { questionId } };
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
