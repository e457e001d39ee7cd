import type { AskingId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { VoterNumber } from '../../shared/ballot.ts';
import type { EventChanges } from './event-changes.ts';
import type { HeldEvent } from './held-event.ts';

/** A room's last ballots come together: one change tells of all of them. */
const TELL_AFTER_MS = 1_000;

/** [LT1] Ballots that came after the close: noted at once, told and stored a moment later. */
export class LateBallots {
  readonly #held: HeldEvent;
  readonly #changes: EventChanges;
  readonly #untold = new Set<AskingId>();
  #timer: NodeJS.Timeout | undefined;

  constructor(held: HeldEvent, changes: EventChanges) {
    this.#held = held;
    this.#changes = changes;
  }

  note(id: AskingId, voter: VoterNumber): void {
    const { late } = this.#held.room(id);
    if (late.has(voter)) return;
    late.add(voter);
    this.#untold.add(id);
    this.#timer ??= setTimeout(() => void this.tell().catch(() => undefined), TELL_AFTER_MS);
  }

  /** Now. What cannot be stored is told with the next that comes late, or with the next change. */
  async tell(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#untold.size > 0) await this.#changes.inOrder(() => this.#commit());
  }

  async #commit(): Promise<Result<null>> {
    const untold = [...this.#untold].flatMap((id) => this.#held.asking(id) ?? []);
    // A rehearsal has ended meanwhile: nobody was late for what waits.
    const askings = untold.filter(({ state }) => state !== 'waiting');
    this.#untold.clear();
    const late = Object.fromEntries(askings.map(({ id }) => [id, this.#held.lateOf(id)]));
    if (askings.length > 0) await this.#changes.commit({ askings }, 'asking:late', null, { late });
    return ok(null);
  }
}
