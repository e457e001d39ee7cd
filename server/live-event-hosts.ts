import { DEFAULT_ASKING_SETTINGS, UNASKED, type Asking, type AskingSettings } from '../shared/asking.ts';
import { DEFAULT_SET_UP, refusesSetUp, type EventSetUp } from '../shared/event-set-up.ts';
import {
  newId,
  newJoinCode,
  type AskingId,
  type EventId,
  type JoinCode,
  type QuestionId,
  type RandomBytes,
} from '../shared/ids.ts';
import { BIN_DAYS, comparedQuestions, shownPicture, type LiveEvent } from '../shared/live-event.ts';
import { latestVersion, type Question } from '../shared/question.ts';
import { ok, Refused, type Result } from '../shared/result.ts';
import { LOBBY } from '../shared/stage.ts';
import { BallotBatch } from './live-event/ballot-batch.ts';
import { HeldBackWords } from './held-back-words.ts';
import type { By } from './live-event/event-changes.ts';
import { LiveEventHost } from './live-event-host.ts';
import type { LookBack } from './live-event/look-back.ts';
import { EventClock } from './live-event/event-clock.ts';
import { QuestionEdits } from './question-edits.ts';
import type { Act, Store } from './store/store.ts';
import { VotersHere } from './live-event/voters-here.ts';

export type NewEvent = Pick<LiveEvent, 'title'> & { setUp?: Partial<EventSetUp> } & Partial<
    Pick<
      LiveEvent,
      'startsOn' | 'place' | 'audience' | 'audienceTags' | 'roomSize' | 'isPrivate' | 'theme' | 'isTemplate'
    >
  >;

/** An event nobody looks at is dropped from memory after this long. */
const KEEP_IDLE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;
const DAY_MS = 86_400_000;

/** All live events of this process: loaded when asked for, kept while used, dropped when idle. */
export class LiveEventHosts {
  readonly batch: BallotBatch;
  readonly heldBack: HeldBackWords;
  readonly #store: Store;
  readonly #lookBack: LookBack;
  readonly #now: () => number;
  readonly #random: RandomBytes;
  readonly #hosts = new Map<EventId, Promise<LiveEventHost | undefined>>();
  /** By code, of the events in memory. */
  readonly #ids = new Map<JoinCode, EventId>();
  readonly #idleSince = new Map<EventId, number>();
  readonly #edits = new QuestionEdits();
  /** What happens by itself; tests have it look when they want. */
  readonly clock: EventClock;
  readonly #sweeper: NodeJS.Timeout;

  constructor(parts: { store: Store; lookBack: LookBack; now: () => number; random: RandomBytes }) {
    this.#store = parts.store;
    this.#lookBack = parts.lookBack;
    this.heldBack = new HeldBackWords(parts.store.settings);
    this.#now = parts.now;
    this.#random = parts.random;
    this.batch = new BallotBatch(parts.store.ballots);
    const { events } = parts.store;
    this.clock = new EventClock({ events, host: (id) => this.get(id), now: parts.now });
    this.#sweeper = setInterval(() => void this.#sweep().catch(() => undefined), SWEEP_MS);
    this.#sweeper.unref();
  }

  /** Undefined when there is no such event; events in the bin are given too. */
  get(id: EventId): Promise<LiveEventHost | undefined> {
    const known = this.#hosts.get(id);
    if (known) return known;
    const loading = this.#load(id);
    this.#hosts.set(id, loading);
    // What could not be loaded is tried again by the next who asks.
    loading.then(
      (host) => host ?? this.#hosts.delete(id),
      () => this.#hosts.delete(id),
    );
    return loading;
  }

  /** Undefined also when it is not in memory: nothing is loaded for it. */
  async loaded(id: EventId): Promise<LiveEventHost | undefined> {
    return this.#hosts.get(id);
  }

  /** A whole room joins by one code: the store is asked for it once. A code belongs to its event for good. */
  async byCode(code: JoinCode): Promise<LiveEventHost | undefined> {
    const id = this.#ids.get(code) ?? (await this.#store.events.idByCode(code));
    return id && this.get(id);
  }

  async ofAsking(id: AskingId): Promise<LiveEventHost | undefined> {
    const eventId = await this.#store.askings.eventOf(id);
    return eventId && this.get(eventId);
  }

  async create(fields: NewEvent, by: By): Promise<LiveEventHost> {
    const now = this.#now();
    const setUp = { ...DEFAULT_SET_UP, ...fields.setUp };
    const errors = refusesSetUp(setUp);
    if (errors.length > 0) throw new Refused('INVALID', undefined, { errors });
    const event: LiveEvent = {
      startsOn: null,
      place: null,
      audience: null,
      audienceTags: [],
      roomSize: null,
      isPrivate: false,
      theme: 'light',
      isTemplate: false,
      ...fields,
      setUp,
      id: newId<EventId>(this.#random),
      code: newJoinCode(this.#random),
      state: 'draft',
      order: [],
      isRehearsal: false,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    };
    while (await this.#store.events.idByCode(event.code)) event.code = newJoinCode(this.#random);
    await this.#store.events.create(event, LOBBY, [this.#act('event:create', event.id, by)]);
    return this.#must(event.id);
  }

  /** A fresh asking of a question, at the end of an event's running order. */
  newAsking(eventId: EventId, question: Question, settings: Partial<AskingSettings> = {}): Asking {
    return {
      id: newId<AskingId>(this.#random),
      eventId,
      questionId: question.id,
      questionVersion: latestVersion(question).version,
      ...UNASKED,
      settings: { ...DEFAULT_ASKING_SETTINGS, ...settings },
    };
  }

  /** Gone for good, and from memory. The title must be typed as it stands. */
  async erase(id: EventId, title: string, by: By): Promise<void> {
    const host = await this.#must(id);
    if (host.event.title !== title) {
      throw new Refused('INVALID', 'The title does not match, so nothing was erased.', {
        errors: [{ path: 'title', message: 'Type the title exactly as it stands.' }],
      });
    }
    await this.#erase(id, this.#act('event:erase', null, by));
  }

  async #erase(id: EventId, act: Act): Promise<void> {
    const questions = (await this.get(id))?.askings().map(({ questionId }) => questionId) ?? [];
    await this.forget(id);
    await this.#store.events.erase(id, { ...act, detail: { eventId: id } });
    // Whoever asked in between has loaded it again.
    await this.forget(id);
    await this.resultsChanged([...new Set(questions)]);
  }

  /** Edits a question while no event changes; every event in memory has it then. */
  editQuestion(edit: () => Promise<Result<Question>>): Promise<Result<Question>> {
    return this.#edits.run(this.#loaded(), edit);
  }

  /** Results of these questions changed: what other events show of them is read anew. `except`: the one it happened in. */
  async resultsChanged(questionIds: readonly QuestionId[], except?: EventId): Promise<void> {
    const others = (await this.#loaded()).filter(({ id }) => id !== except);
    await Promise.all(
      others.flatMap((host) =>
        questionIds.filter((id) => host.shows(id)).map((id) => host.lookBackAgain(id).catch(() => undefined)),
      ),
    );
  }

  /** Another list of held-back words: what rooms see may be something else now. */
  async putHeldBack(words: readonly string[]): Promise<void> {
    await this.heldBack.put(words);
    for (const host of await this.#loaded()) host.heldBackChanged();
  }

  /** [RE2] Everything of a rehearsal goes, from memory too: pages come back to an event in which nothing was ever asked. */
  async endRehearsal(id: EventId, by: By): Promise<Result<null>> {
    const host = await this.#must(id);
    if (!host.event.isRehearsal) return ok(null);
    const ended = await host.endRehearsal(by);
    if (ended.ok) await this.forget(id);
    return ended;
  }

  async forget(id: EventId): Promise<void> {
    const host = await this.#hosts.get(id);
    this.#hosts.delete(id);
    this.#idleSince.delete(id);
    if (host) this.#ids.delete(host.event.code);
    await host?.release();
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    this.clock.stop();
    await this.batch.flush();
    await Promise.all((await this.#loaded()).map((host) => host.release()));
  }

  async #load(id: EventId): Promise<LiveEventHost | undefined> {
    await this.#edits.done();
    await this.heldBack.load();
    const stored = await this.#store.events.load(id);
    if (!stored) return undefined;
    const asked = stored.askings.map(({ asking }) => asking.questionId);
    const questionIds = [...new Set([...asked, ...comparedQuestions(stored.event.order)])];
    const pictureIds = stored.event.order.flatMap((stop) => shownPicture(stop) ?? []);
    const [questions, voters, pictures] = await Promise.all([
      this.#store.questions.many(questionIds),
      this.#store.voters.ofEvent(id),
      pictureIds.length === 0 ? [] : this.#store.pictures.many(pictureIds),
    ]);
    const onResults = (changed: QuestionId[]): void => void this.resultsChanged(changed, id);
    const parts = {
      store: this.#store,
      batch: this.batch,
      lookBack: this.#lookBack,
      onResults,
      isHeldBack: (text: string) => this.heldBack.has(text),
      now: this.#now,
    };
    const host = new LiveEventHost(
      parts,
      stored,
      questions,
      new VotersHere(id, this.#store.voters, voters, this.#now),
    );
    pictures.forEach((picture) => host.keepPicture(picture));
    await host.start();
    this.#ids.set(host.event.code, id);
    return host;
  }

  async #sweep(): Promise<void> {
    const now = this.#now();
    for (const host of await this.#loaded()) {
      const since = host.isBusy ? undefined : (this.#idleSince.get(host.id) ?? now);
      if (since === undefined) this.#idleSince.delete(host.id);
      else if (now - since < KEEP_IDLE_MS) this.#idleSince.set(host.id, since);
      else await this.forget(host.id);
    }
    for (const id of await this.#store.events.expired(now - BIN_DAYS * DAY_MS)) {
      await this.#erase(id, this.#act('event:expire', null, null));
    }
  }

  async #loaded(): Promise<LiveEventHost[]> {
    const hosts = await Promise.all(
      [...this.#hosts.values()].map((loading) => loading.catch(() => undefined)),
    );
    return hosts.filter((host) => host !== undefined);
  }

  async #must(id: EventId): Promise<LiveEventHost> {
    const host = await this.get(id);
    if (!host) throw new Refused('NOT_FOUND');
    return host;
  }

  #act(what: string, eventId: EventId | null, by: By): Act {
    return { at: this.#now(), by, what, eventId, detail: {} };
  }
}
