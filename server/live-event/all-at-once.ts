import type { Asking } from '../../shared/asking.ts';
import { isInTime } from '../../shared/event-set-up.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { ActParts, AskingActs } from './asking-acts.ts';
import type { By } from './event-changes.ts';

const ONE_AT_A_TIME =
  'Here one question is open at a time. To open all of them, let phones go at their own pace in the set-up.';

/** Several askings open or close together: for phones that go at their own pace, and by the clock. Each is part of a change. */
export class AllAtOnce {
  readonly #parts: ActParts;
  readonly #asking: AskingActs;

  constructor(parts: ActParts, asking: AskingActs) {
    this.#parts = parts;
    this.#asking = asking;
  }

  /** [SP2] Whatever is not open; the stage stays where it is. */
  async open(by: By): Promise<Result<null>> {
    const { held } = this.#parts;
    if (!held.isSelfPaced) return refused('STATE_CONFLICT', ONE_AT_A_TIME);
    const able = held.mayAsk();
    if (!able.ok) return able;
    return this.#open((asking) => asking.state !== 'open', by);
  }

  async close(by: By): Promise<Result<null>> {
    const { changes, now } = this.#parts;
    const askings = await this.#asking.closedOnes(now());
    const change = { askings, stage: changes.stageTo() };
    if (askings.length > 0) await changes.commit(change, 'askings:close', by);
    return ok(null);
  }

  /** [SP4] What waits, once its time has come. What somebody has closed stays closed. */
  async openInTime(): Promise<Result<null>> {
    const { held, now } = this.#parts;
    const { event } = held;
    const isDue = isInTime(event.setUp, now()) && !event.isRehearsal && held.mayAsk().ok;
    return isDue ? this.#open((asking) => asking.state === 'waiting', null) : ok(null);
  }

  async #open(isMeant: (asking: Asking) => boolean, by: By): Promise<Result<null>> {
    const { held, changes } = this.#parts;
    const meant = held.askings().filter((asking) => canOpen(asking) && isMeant(asking));
    const askings: Asking[] = [];
    for (const asking of meant)
      askings.push(await this.#asking.opened(asking, {}, this.#next(asking, askings)));
    const change = { ...this.#asking.goingLive(), askings, stage: changes.stageTo() };
    if (askings.length > 0) await changes.commit(change, 'askings:open', by);
    return ok(null);
  }

  /** The same question may stand twice in a running order. */
  #next({ questionId }: Asking, opened: readonly Asking[]): number {
    const same = opened.filter((asking) => asking.questionId === questionId);
    const numbers = same.map(({ number }) => number ?? 0);
    return Math.max(this.#asking.lastNumber(questionId), ...numbers) + 1;
  }
}

/** Hands are counted, not opened; what was set aside stays as it was. */
function canOpen({ hands, setAside }: Asking): boolean {
  return hands === null && setAside === null;
}
