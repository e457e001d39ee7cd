import type { AskingSettings } from '../../../shared/asking.ts';
import { countOf } from '../../../shared/count-words.ts';
import type { Afterwards, EventSetUp, StopDetails } from '../../../shared/event-set-up.ts';
import type { PictureId } from '../../../shared/ids.ts';
import { WALL_STOP, type StopId } from '../../../shared/live-event.ts';
import { ok, refused, type Result } from '../../../shared/result.ts';
import { api } from '../api.ts';
import type { AskingView, ComparisonStop, EventView, PictureStop, QuestionRow } from '../entities.ts';
import { EventDraft } from '../events/event-draft.svelte.ts';
import { KeptDrafts } from '../parts/kept-drafts.ts';
import { Notice } from '../parts/notice.svelte.ts';
import { keepPicture } from '../parts/keep-picture.ts';
import { session } from '../session.svelte.ts';
import { picturesIn, type FoundPicture } from './pictures-in.ts';
import { isReady, type ReadyQuestion } from './ready-questions.ts';

const kept = new KeptDrafts<EventDraft>();

/** A stop of the running order, as the editor shows it. */
export type EventStop = { id: StopId; prompt: string } & (
  | { kind: 'asking'; asking: AskingView }
  | { kind: 'comparison'; comparison: ComparisonStop }
  | { kind: 'picture'; pictureId: PictureId }
  | { kind: 'wall' }
);

/** One event being prepared: its facts, its running order, and what can be put into it. */
export class EventPage {
  readonly id: string;
  readonly notice = new Notice();
  readonly draft: EventDraft;
  event = $state.raw<EventView>();
  /** The stops in the order shown; while one is dragged it runs ahead of the server's. */
  stops = $state.raw<EventStop[]>([]);
  questions = $state.raw<QuestionRow[]>([]);

  constructor(id: string) {
    this.id = id;
    this.draft = kept.of(id, () => new EventDraft());
  }

  async load(): Promise<void> {
    void this.#loadQuestions();
    const event = await api.get<EventView>(`/events/${this.id}`);
    if (!this.notice.check(event)) return;
    if (!this.draft.isChanged) this.draft.load(event.value);
    this.#take(event.value);
  }

  /** The running order again, what stands in the form untouched. */
  async refresh(): Promise<void> {
    const event = await api.get<EventView>(`/events/${this.id}`);
    if (event.ok) this.#take(event.value);
  }

  async save(): Promise<Result<unknown>> {
    const saved = await api.patch<EventView>(`/events/${this.id}`, this.draft.body());
    if (!this.notice.check(saved)) return saved;
    this.draft.load(saved.value);
    await this.refresh();
    this.notice.say('Saved.');
    return ok(undefined);
  }

  /** A question was put in; whoever put it in says so. */
  async added(): Promise<void> {
    await this.refresh();
    void this.#loadQuestions();
  }

  async askAgain(question: QuestionRow): Promise<void> {
    const asking = await api.post<AskingView>(`/events/${this.id}/askings`, { questionId: question.id });
    if (!this.notice.check(asking)) return;
    await this.added();
    this.notice.say(`“${question.prompt}” is stop ${this.stops.length} of the running order.`);
  }

  /** How a question was answered over time, as a stop of its own. */
  async addComparison(question: QuestionRow): Promise<void> {
    const added = await api.post(`/events/${this.id}/comparisons`, { questionId: question.id });
    if (!this.notice.check(added)) return;
    await this.refresh();
    this.notice.say(`“${question.prompt}” over time is stop ${this.stops.length} of the running order.`);
  }

  async removeComparison({ questionId, prompt }: ComparisonStop): Promise<void> {
    const gone = await api.delete(`/events/${this.id}/comparisons/${questionId}`);
    if (!this.notice.check(gone)) return;
    await this.refresh();
    this.notice.say(`“${prompt}” over time is out of the running order. Its results stay.`);
  }

  /** A ready question; the one that is there already is asked again, so that its answers add up over the years. */
  async addReady(ready: ReadyQuestion): Promise<void> {
    const known = this.questions.find((question) => isReady(question, ready));
    const body = known ? { questionId: known.id } : { question: ready };
    const asking = await api.post<AskingView>(`/events/${this.id}/askings`, body);
    if (!this.notice.check(asking)) return;
    await this.added();
    this.notice.say(`“${ready.prompt}” is stop ${this.stops.length} of the running order.`);
  }

  /** Keeps the order shown; when that fails, the server's order is shown again. */
  async keepOrder(): Promise<void> {
    const order = this.stops.map(({ id }) => id);
    const kept = await api.patch<EventView>(`/events/${this.id}`, { order });
    if (this.notice.check(kept)) this.notice.say('The running order is kept.');
    else await this.refresh();
  }

  async set(asking: AskingView, settings: Partial<AskingSettings>): Promise<void> {
    const set = await api.patch<AskingView>(`/askings/${asking.id}`, { settings });
    if (!this.notice.check(set)) return;
    const changed = { ...asking, settings: { ...asking.settings, ...settings } };
    this.stops = this.stops.map((stop) => (stop.id === asking.id ? askingStop(changed) : stop));
    this.notice.say(`Saved for “${asking.prompt}”.`);
  }

  async remove(asking: AskingView): Promise<boolean> {
    const confirm = asking.ballots > 0 ? '?confirm=ballots' : '';
    const gone = await api.delete(`/askings/${asking.id}${confirm}`);
    if (!this.notice.check(gone)) return false;
    await this.refresh();
    const question = 'The question itself stays among your questions.';
    this.notice.say(
      asking.ballots > 0
        ? `“${asking.prompt}” and its ${asking.ballots} votes are gone from this event. ${question}`
        : `“${asking.prompt}” is out of the running order. ${question}`,
    );
    return true;
  }

  /** Questions from the room, as a stop of their own. */
  async addWall(): Promise<void> {
    const added = await api.post(`/events/${this.id}/stops`, { kind: 'wall' });
    if (!this.notice.check(added)) return;
    await this.refresh();
    this.notice.say(`Questions from the room are stop ${this.stops.length} of the running order.`);
  }

  /** Pictures as stops, in order; what could be kept stays when one cannot. */
  async addPictures(files: readonly File[], alt: string): Promise<void> {
    this.notice.say('Reading the pictures …');
    let kept = 0;
    for await (const picture of picturesIn(files, alt)) {
      const added =
        'problem' in picture ? refused('INVALID', picture.problem) : await this.#addPicture(picture);
      if (!this.notice.check(added)) break;
      kept += 1;
      await this.refresh();
    }
    if (kept > 0 && !this.notice.refusal) this.notice.say(`${countOf(kept, 'picture')} put in.`);
  }

  async #addPicture({ bytes, alt }: FoundPicture): Promise<Result<unknown>> {
    const kept = await keepPicture(bytes, alt);
    if (!kept.ok) return kept;
    return api.post(`/events/${this.id}/stops`, { kind: 'picture', pictureId: kept.value.id });
  }

  /** The wall, or a picture. */
  async removeStop({ id, prompt }: EventStop): Promise<void> {
    const gone = await api.delete(`/events/${this.id}/stops/${id}`);
    if (!this.notice.check(gone)) return;
    await this.refresh();
    this.notice.say(`“${prompt}” is out of the running order.`);
  }

  /** What the code opens once the event has ended. */
  putAfterwards(afterwards: Afterwards): Promise<void> {
    return this.putSetUp({ afterwards });
  }

  /** Parts of the set-up, kept at once. */
  async putSetUp(setUp: Partial<EventSetUp>): Promise<void> {
    const kept = await api.patch<EventView>(`/events/${this.id}`, { setUp });
    if (!this.notice.check(kept)) return;
    this.#take(kept.value);
    this.notice.say('Saved.');
  }

  /** The heading that begins with a stop, and what only the presenter reads. */
  async putDetails(id: StopId, details: StopDetails): Promise<void> {
    const stops = { ...this.event?.setUp.stops, [id]: details };
    const kept = await api.patch<EventView>(`/events/${this.id}`, { setUp: { stops } });
    if (!this.notice.check(kept)) return;
    this.#take(kept.value);
    this.notice.say('Saved.');
  }

  #take(event: EventView): void {
    this.event = event;
    this.stops = stopsOf(event);
  }

  async #loadQuestions(): Promise<void> {
    if (!session.isOrganiser) return;
    const questions = await api.all<QuestionRow>('/questions');
    if (questions.ok) this.questions = questions.value;
  }
}

function stopsOf({ order, askings, comparisons, pictures }: EventView): EventStop[] {
  const wall: EventStop = { kind: 'wall', id: WALL_STOP, prompt: 'Questions from the room' };
  const stops = [
    ...askings.map(askingStop),
    ...comparisons.map(comparisonStop),
    ...pictures.map(pictureStop),
    wall,
  ];
  return order.flatMap((id) => stops.find((stop) => stop.id === id) ?? []);
}

function askingStop(asking: AskingView): EventStop {
  return { kind: 'asking', id: asking.id, prompt: asking.prompt, asking };
}

function pictureStop({ id, pictureId, alt }: PictureStop): EventStop {
  return { kind: 'picture', id, pictureId, prompt: alt || 'Picture' };
}

function comparisonStop(comparison: ComparisonStop): EventStop {
  return { kind: 'comparison', id: comparison.id, prompt: `${comparison.prompt}, over time`, comparison };
}
