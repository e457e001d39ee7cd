import type { Asking, Hands } from '../../shared/asking.ts';
import { countHands } from '../../shared/hands.ts';
import type { AskingId } from '../../shared/ids.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { elsewhere } from '../../shared/stage.ts';
import type { ActParts, AskingActs } from './asking-acts.ts';
import type { By } from './event-changes.ts';
import type { Changed } from './held-event.ts';

/** Hands, counted by the presenter, in place of ballots. Each is part of a change. */
export class HandActs {
  readonly #parts: ActParts;
  readonly #asking: AskingActs;

  constructor(parts: ActParts, asking: AskingActs) {
    this.#parts = parts;
    this.#asking = asking;
  }

  /** Makes a draft live, and puts it on the stage unless phones are voting on another question there. */
  async count(id: AskingId, hands: Hands, by: By): Promise<Result<Asking>> {
    const { held, changes, batch, lookingBack, now } = this.#parts;
    const asking = held.asking(id);
    if (!asking) return refused('NOT_FOUND');
    const able = held.mayAsk();
    if (!able.ok) return able;
    // Ballots accepted before the line are counted before it is drawn.
    await batch.flush();
    const counted = countHands(asking, held.specOf(id), {
      hands,
      ballots: held.room(id).ballots.size,
      now: now(),
      nextNumber: this.#asking.lastNumber(asking.questionId) + 1,
    });
    if (!counted.ok) return counted;
    await lookingBack.loadPast(counted.value);
    const change = { ...this.#asking.goingLive(), askings: [counted.value], ...this.#staged(id) };
    await changes.commit(change, 'asking:hands', by, { askingId: id });
    return ok(counted.value);
  }

  #staged(id: AskingId): Pick<Changed, 'stage'> {
    const { held, changes } = this.#parts;
    const isElsewhere = held.askings().some((other) => other.state === 'open' && other.id !== id);
    const to = isElsewhere ? {} : elsewhere({ view: 'asking', askingId: id, blank: false, qr: false });
    return { stage: changes.stageTo(to) };
  }
}
