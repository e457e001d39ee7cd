import { api } from '../api.ts';
import type { AskingResults, AskingView, EventView } from '../entities.ts';
import { Notice } from '../parts/notice.svelte.ts';

const FOLLOW_MS = 5000;

/** The results of one event, question by question in running order. */
export class ResultsPage {
  readonly notice = new Notice();
  event = $state.raw<EventView>();
  results = $state.raw<Record<string, AskingResults>>({});
  readonly #eventId: string;

  constructor(eventId: string) {
    this.#eventId = eventId;
  }

  get stops(): AskingView[] {
    const event = this.event;
    return event ? event.order.flatMap((id) => event.askings.find((asking) => asking.id === id) ?? []) : [];
  }

  get asked(): AskingView[] {
    return this.stops.filter(({ state }) => state !== 'waiting');
  }

  get waiting(): AskingView[] {
    return this.stops.filter(({ state }) => state === 'waiting');
  }

  /** What else was asked here that says who people are. */
  describing(asking: AskingView): AskingView[] {
    return this.asked.filter(
      ({ id, questionId, questionSettings }) =>
        questionSettings['describes'] === true && id !== asking.id && questionId !== asking.questionId,
    );
  }

  get mayRun(): boolean {
    return this.event?.may.includes('run') ?? false;
  }

  get mayAskHere(): boolean {
    return this.event?.state !== 'ended' && (this.event?.may.includes('organise') ?? false);
  }

  /** Loads, and loads again while something is open; returns how to stop. */
  follow(): () => void {
    void this.#load();
    const timer = setInterval(() => {
      if (this.asked.some(({ state }) => state === 'open')) void this.#load();
    }, FOLLOW_MS);
    return () => clearInterval(timer);
  }

  async askAgain(asking: AskingView): Promise<void> {
    const body = { questionId: asking.questionId, after: asking.id };
    const asked = await api.post(`/events/${this.#eventId}/askings`, body);
    if (!this.notice.check(asked)) return;
    this.notice.say(`“${asking.prompt}” stands in the running order once more, right after this time.`);
    await this.#load();
  }

  /** With the reason why; null: it is compared again. */
  async setAside(asking: AskingView, setAside: string | null): Promise<boolean> {
    const done = await api.patch(`/askings/${asking.id}`, { setAside });
    if (!this.notice.check(done)) return false;
    this.notice.say(setAside === null ? 'It is compared again.' : 'Set aside. Nothing was deleted.');
    await this.#load();
    return true;
  }

  async #load(): Promise<void> {
    const event = await api.get<EventView>(`/events/${this.#eventId}`);
    if (!event.ok) return this.notice.fail(event.error);
    this.event = event.value;
    const found = await Promise.all(
      this.asked.map(({ id }) => api.get<AskingResults>(`/askings/${id}/results`)),
    );
    this.results = Object.fromEntries(
      found.flatMap((one) => (one.ok ? [[one.value.askingId, one.value]] : [])),
    );
    const refused = found.find((one) => !one.ok);
    if (refused) this.notice.check(refused);
  }
}
