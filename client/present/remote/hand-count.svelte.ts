import type { AskingId } from '../../../shared/ids.ts';
import type { Stop } from '../../../shared/messages.ts';
import { mayRetry, type Result } from '../../../shared/result.ts';
import { keptStore, readKept, type KeptStore } from '../../line/kept-store.ts';

/** What this needs of the live controls. */
export interface HandDesk {
  isLost: boolean;
  add(asking: { questionId: Stop['questionId']; after: AskingId }): Promise<AskingId | undefined>;
  countHands(
    id: AskingId,
    counts: Record<string, number>,
    present: number | undefined,
  ): Promise<Result<null>>;
}

type HandStop = Pick<Stop, 'id' | 'questionId' | 'ballots' | 'hands'>;

interface Kept {
  counts: Record<string, number>;
  present: number | null;
  /** The asking that was put in for these hands, where phones had answered the one on the stage. */
  fresh: AskingId | null;
}

const MOST = 9999;
const NOTHING: Kept = { counts: {}, present: null, fresh: null };

/** Hands as they are counted: kept on this phone until the server has them, also over a reload. */
export class HandCount {
  #kept = $state.raw<Kept>(NOTHING);
  /** Asked to be sent, and not there yet. */
  isWaiting = $state(false);
  readonly #stop: HandStop;
  readonly #store: KeptStore;

  constructor(stop: HandStop, store: KeptStore = keptStore(() => localStorage)) {
    this.#stop = stop;
    this.#store = store;
    const { hands } = stop;
    const known = hands ? { counts: { ...hands.counts }, present: hands.present, fresh: null } : NOTHING;
    this.#kept = readKept<Kept>(store, this.#key, known);
  }

  of(optionId: string): number {
    return this.#kept.counts[optionId] ?? 0;
  }

  get sum(): number {
    return Object.values(this.#kept.counts).reduce((sum, count) => sum + count, 0);
  }

  get present(): number | null {
    return this.#kept.present;
  }

  put(optionId: string, count: number): void {
    const whole = Number.isFinite(count) ? Math.min(MOST, Math.max(0, Math.round(count))) : 0;
    this.#keep({ ...this.#kept, counts: { ...this.#kept.counts, [optionId]: whole } });
  }

  add(optionId: string, more: 1 | -1): void {
    this.put(optionId, this.of(optionId) + more);
  }

  putPresent(present: number | null): void {
    const isNumber = present !== null && Number.isFinite(present) && present > 0;
    this.#keep({ ...this.#kept, present: isNumber ? Math.round(present) : null });
  }

  /** True once the server has them; what was refused for good stays here to be put right. */
  async send(desk: HandDesk): Promise<boolean> {
    this.isWaiting = true;
    const target = await this.#target(desk);
    if (!target) {
      this.isWaiting = desk.isLost;
      return false;
    }
    const done = await desk.countHands(target, this.#kept.counts, this.#kept.present ?? undefined);
    this.isWaiting = !done.ok && mayRetry(done.error.code);
    if (done.ok) this.forget();
    return done.ok;
  }

  forget(): void {
    this.#store.remove(this.#key);
    this.#kept = NOTHING;
    this.isWaiting = false;
  }

  /** Where phones have answered, hands go into a fresh asking right after; put in once, however often it is tried. */
  async #target(desk: HandDesk): Promise<AskingId | undefined> {
    const { id, questionId, ballots, hands } = this.#stop;
    if (ballots === 0 || hands) return id;
    if (this.#kept.fresh) return this.#kept.fresh;
    const fresh = await desk.add({ questionId, after: id });
    if (fresh) this.#keep({ ...this.#kept, fresh });
    return fresh;
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    this.#store.set(this.#key, JSON.stringify(kept));
  }

  get #key(): string {
    return `askagain.hands.${this.#stop.id}`;
  }
}
