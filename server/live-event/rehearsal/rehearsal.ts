import type { AskingId } from '../../../shared/ids.ts';
import { thinkingMs } from '../../../shared/questions/pretend-pace.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import {
  CUT_MS,
  DEFAULT_REHEARSAL,
  withSettings,
  type RehearsalPatch,
  type RehearsalSettings,
  type RehearsalState,
  type Tried,
} from '../../../shared/rehearsal.ts';
import type { HeldEvent } from '../held-event.ts';
import type { Voting } from '../voting.ts';
import { pretendLeans } from './pretend-leans.ts';
import { PretendPhone } from './pretend-phone.ts';

/** A real phone's hash is base64url, which has no `~`. */
export const MADE_UP = '~';

/** The room comes in within so many milliseconds; after a cut line a little quicker. */
const COME_IN_MS = 3_000;
const COME_BACK_MS = 2_000;
/** Not everybody answers. */
const ANSWERS_AT_ALL = 0.94;
/** On a crowded network, how many messages stall, and for how long at most. */
const STALLS = 0.3;
const STALL_MS = 5_000;
const SLOW_MS = 900;
const QUICK_MS = 150;

export interface RehearsalParts {
  held: HeldEvent;
  voting: Pick<Voting, 'connect' | 'cast' | 'mine'>;
  /** Tells whoever runs it that something has changed here. */
  publish: () => void;
  random: () => number;
  now: () => number;
}

/** The made-up room of a rehearsal. It goes through the same voting as a real one, and ends with it. */
export class Rehearsal {
  readonly #parts: RehearsalParts;
  readonly #phones: PretendPhone[] = [];
  readonly #open = new Map<AskingId, number[]>();
  readonly #tried = new Set<Tried>();
  readonly #walked = new Set<string>();
  #settings: RehearsalSettings = { ...DEFAULT_REHEARSAL, phones: 0 };
  #slowestMs: number | null = null;
  #cut: NodeJS.Timeout | undefined;

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
  }

  get state(): RehearsalState {
    const { size: walked } = this.#walked;
    return { ...this.#settings, tried: [...this.#tried], walked, slowestMs: this.#slowestMs };
  }

  set(changed: RehearsalPatch): void {
    const before = this.#settings.network;
    this.#settings = withSettings(this.#settings, changed);
    if (changed.answers) for (const id of this.#open.keys()) this.#open.set(id, this.#leansOf(id));
    this.#fill();
    if (changed.network) this.#setNetwork(before);
  }

  /** Something was pressed that a clicker or a desk can press. */
  wasTried(what: Tried): void {
    this.#tried.add(what);
  }

  /** Looks at what is open now; to be called after every change. */
  follow(): void {
    const { held } = this.#parts;
    const { askingId, questionId, pictureId, view } = held.stage;
    if (view !== 'lobby') this.#walked.add(askingId ?? questionId ?? pictureId ?? view);
    const open = held.askings().filter(({ state }) => state === 'open');
    for (const id of [...this.#open.keys()]) if (!open.some((asking) => asking.id === id)) this.#closed(id);
    for (const { id } of open) if (!this.#open.has(id)) this.#opened(id);
  }

  stop(): void {
    clearTimeout(this.#cut);
    this.#phones.splice(0).forEach((phone) => phone.leave());
  }

  /** As many phones as are set. */
  #fill(): void {
    const { phones } = this.#settings;
    this.#phones.splice(phones).forEach((phone) => phone.leave());
    while (this.#phones.length < phones) this.#add();
  }

  #add(): void {
    const phone = new PretendPhone(`${MADE_UP}${this.#phones.length + 1}`, {
      connect: (hash) => this.#parts.voting.connect(hash),
      cast: (hash, askingId, answer) => this.#cast(hash, askingId, answer),
      delay: () => this.#delay(),
      counted: (ms) => (this.#slowestMs = Math.max(this.#slowestMs ?? 0, ms)),
      now: this.#parts.now,
    });
    this.#phones.push(phone);
    if (this.#settings.network !== 'cut') phone.arrive(this.#parts.random() * COME_IN_MS);
    for (const id of this.#open.keys()) this.#consider(phone, id);
  }

  #opened(id: AskingId): void {
    this.#open.set(id, this.#leansOf(id));
    for (const phone of this.#phones) this.#consider(phone, id);
  }

  #closed(id: AskingId): void {
    this.#open.delete(id);
    for (const phone of this.#phones) phone.stopThinking(id);
  }

  /** One after the other where several are open. */
  #consider(phone: PretendPhone, id: AskingId): void {
    const { held, random, voting } = this.#parts;
    if (voting.mine(phone.hash, id) || random() >= ANSWERS_AT_ALL) return;
    const spec = held.specOf(id);
    const before = [...this.#open.keys()].indexOf(id);
    const thinking = thinkingMs(spec.options.length, random) * (before + 1);
    const leans = () => this.#open.get(id) ?? [];
    phone.consider(id, thinking, () => questionType(spec.type).pretend(spec, { leans: leans(), random }));
  }

  #cast(hash: string, askingId: AskingId, answer: unknown) {
    const revision = (this.#parts.voting.mine(hash, askingId)?.revision ?? 0) + 1;
    return this.#parts.voting.cast(hash, { askingId, revision, answer });
  }

  #leansOf(id: AskingId): number[] {
    const { held, random } = this.#parts;
    return pretendLeans(held.specOf(id), this.#settings.answers, held.lastTimeOf(id), random);
  }

  #delay(): number {
    const { random } = this.#parts;
    if (this.#settings.network === 'good') return QUICK_MS * random();
    return SLOW_MS * random() + (random() < STALLS ? STALL_MS * random() : 0);
  }

  /** A cut line comes back by itself, as the network was before. */
  #setNetwork(before: RehearsalSettings['network']): void {
    const { network } = this.#settings;
    if (network === before) return;
    clearTimeout(this.#cut);
    if (network !== 'cut') return this.#reconnect();
    for (const phone of this.#phones) phone.cutOff();
    this.#cut = setTimeout(() => {
      this.#settings = { ...this.#settings, network: before };
      this.#reconnect();
      this.#parts.publish();
    }, CUT_MS);
  }

  #reconnect(): void {
    for (const phone of this.#phones) phone.arrive(this.#parts.random() * COME_BACK_MS);
  }
}
