import type { Shift } from '../../shared/comparison/last-time.ts';
import type { AskingId } from '../../shared/ids.ts';
import type { TallyBase } from '../../shared/questions/question-type.ts';
import type { AskedNow, Past } from './look-back.ts';

/** What came before each asking of an event, and what has moved since: reckoned once for a tally, told to many. */
export class PastResults {
  readonly #pasts = new Map<AskingId, Past>();
  readonly #moved = new Map<AskingId, { tally: TallyBase; shifts: Shift[] }>();

  of(id: AskingId): Past | undefined {
    return this.#pasts.get(id);
  }

  put(id: AskingId, past: Past | null): void {
    this.forget(id);
    if (past) this.#pasts.set(id, past);
  }

  forget(id: AskingId): void {
    this.#pasts.delete(id);
    this.#moved.delete(id);
  }

  shifts(now: AskedNow): Shift[] | null {
    const { id } = now.asking;
    const known = this.#moved.get(id);
    if (known?.tally === now.tally) return known.shifts;
    const shifts = this.#pasts.get(id)?.shifts(now) ?? null;
    if (shifts) this.#moved.set(id, { tally: now.tally, shifts });
    return shifts;
  }
}
