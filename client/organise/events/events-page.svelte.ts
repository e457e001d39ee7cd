import { ok, type Result } from '../../../shared/result.ts';
import { api } from '../api.ts';
import type { EventRow, EventView, Machine, QuestionRow, Reach } from '../entities.ts';
import { Notice } from '../parts/notice.svelte.ts';
import { unique } from '../parts/unique.ts';
import { session } from '../session.svelte.ts';
import type { EventDraft } from './event-draft.svelte.ts';

const ORDER = { live: 0, draft: 1, ended: 2 };

/** Everything the page of events knows and does. Each act says what happened, or why not. */
export class EventsPage {
  readonly notice = new Notice();
  events = $state.raw<EventRow[]>();
  bin = $state.raw<EventRow[]>([]);
  templates = $state.raw<EventRow[]>([]);
  questions = $state.raw<QuestionRow[]>([]);
  machine = $state.raw<Machine>();
  reach = $state.raw<Reach>();

  /** Live now, then in preparation, then ended; within each as the server lists them, newest first. */
  get sorted(): EventRow[] {
    return [...(this.events ?? [])].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  }

  get knownTags(): string[] {
    return unique((this.events ?? []).flatMap(({ audienceTags }) => audienceTags));
  }

  async load(): Promise<void> {
    void this.#loadAside();
    await this.#loadEvents();
  }

  async #loadEvents(): Promise<void> {
    const [events, bin, templates] = await Promise.all([
      api.all<EventRow>('/events'),
      session.isOrganiser ? api.all<EventRow>('/events?deleted=true') : ok<EventRow[]>([]),
      session.isOrganiser ? api.all<EventRow>('/events?templates=true') : ok<EventRow[]>([]),
    ]);
    if (this.notice.check(events)) this.events = events.value;
    if (bin.ok) this.bin = bin.value;
    if (templates.ok) this.templates = templates.value;
  }

  async #loadAside(): Promise<void> {
    const [questions, machine, reach] = await Promise.all([
      session.isOrganiser ? api.all<QuestionRow>('/questions') : ok<QuestionRow[]>([]),
      session.isOrganiser ? api.get<Machine>('/machine') : undefined,
      api.get<Reach>('/reach'),
    ]);
    if (questions.ok) this.questions = questions.value;
    if (machine?.ok) this.machine = machine.value;
    if (reach.ok) this.reach = reach.value;
  }

  async create(draft: EventDraft): Promise<Result<EventView>> {
    const made = await api.post<EventView>('/events', draft.body());
    if (made.ok) {
      this.notice.say(`“${made.value.title}” is here. Its code is ${made.value.code}.`);
      await this.#loadEvents();
    }
    return made;
  }

  /** The same running order for another day. Day and audience are set on the copy, so a failure there still leaves the copy. */
  async copy(event: EventRow, draft: EventDraft): Promise<Result<EventView>> {
    const { title, ...facts } = draft.body();
    const made = await api.post<EventView>(`/events/${event.id}/copy`, { title });
    if (!made.ok) return made;
    const dated = await api.patch<EventView>(`/events/${made.value.id}`, facts);
    await this.#loadEvents();
    if (dated.ok)
      this.notice.say(`“${title}” has the running order of “${event.title}”, and no answers yet.`);
    else
      this.notice.fail({
        ...dated.error,
        message: `“${title}” is copied, but its day and audience were not saved: ${dated.error.message}`,
      });
    return ok(made.value);
  }

  async putInBin(event: EventRow): Promise<void> {
    const gone = await api.delete(`/events/${event.id}`);
    if (!this.notice.check(gone)) return;
    await this.#loadEvents();
    this.notice.say(`“${event.title}” is in the bin and stays there for 30 days.`, {
      label: 'Take it back',
      run: () => void this.restore(event),
    });
  }

  async restore(event: EventRow): Promise<void> {
    const back = await api.post(`/events/${event.id}/restore`);
    if (!this.notice.check(back)) return;
    await this.#loadEvents();
    this.notice.say(`“${event.title}” is back.`);
  }

  /** For good. The API checks the title too. */
  async erase(event: EventRow, title: string): Promise<Result<unknown>> {
    const gone = await api.post(`/events/${event.id}/erase`, { title });
    if (gone.ok) {
      await this.#loadEvents();
      this.notice.say(`“${event.title}” is erased, with all its votes. Its questions stay.`);
    }
    return gone;
  }
}
