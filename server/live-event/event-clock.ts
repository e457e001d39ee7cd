import { isInTime } from '../../shared/event-set-up.ts';
import type { EventId } from '../../shared/ids.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { EventStore } from '../store/store.ts';

/** How often it looks; what closes by the clock has a timer of its own, which is exact. */
const LOOK_MS = 5_000;
/** [CL2] So long without anything being pressed, sent or joined. */
export const IDLE_MS = 86_400_000;
/** Whether anything has been idle so long is not worth a look more often. */
const LOOKS_FOR_IDLE = 12;

interface Parts {
  events: Pick<EventStore, 'byClock' | 'overdue' | 'idle'>;
  host: (id: EventId) => Promise<LiveEventHost | undefined>;
  now: () => number;
}

/** Opens and closes by the server's clock, whether or not anybody is connected or the event is in memory. */
export class EventClock {
  readonly #parts: Parts;
  readonly #timer: NodeJS.Timeout;
  #looks = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.look().catch(() => undefined), LOOK_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Once, over all events. What cannot be done now is due at the next look. */
  async look(): Promise<void> {
    const { events, host, now } = this.#parts;
    const at = now();
    const waiting = (await events.byClock()).filter(({ setUp }) => isInTime(setUp, at));
    for (const { id } of waiting) await (await host(id))?.openInTime();
    for (const id of await events.overdue(at)) await (await host(id))?.closeInTime();
    this.#looks += 1;
    if (this.#looks % LOOKS_FOR_IDLE === 1) await this.#closeIdle(at - IDLE_MS);
  }

  async #closeIdle(since: number): Promise<void> {
    const { events, host } = this.#parts;
    for (const id of await events.idle(since)) await (await host(id))?.closeIdle();
  }
}
