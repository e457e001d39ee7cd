import { FIRST_HELD_BACK, heldBackBy } from '../shared/held-back-words.ts';
import type { SettingStore } from './store/store.ts';

const NAME = 'held-back-words';

/** The words of this machine that never come to a room by themselves. */
export class HeldBackWords {
  readonly #settings: SettingStore;
  #words: readonly string[] = FIRST_HELD_BACK;
  #has = heldBackBy(FIRST_HELD_BACK);
  #loading: Promise<void> | undefined;

  constructor(settings: SettingStore) {
    this.#settings = settings;
  }

  /** Resolves when the list that is kept is the one in use. */
  load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async list(): Promise<readonly string[]> {
    await this.load();
    return this.#words;
  }

  /** Whether a text has one of them in it. */
  has(text: string): boolean {
    return this.#has(text);
  }

  /** Each once, in the order of the alphabet. */
  async put(words: readonly string[]): Promise<void> {
    await this.load();
    const sorted = [...new Set(words)].sort((a, b) => a.localeCompare(b));
    await this.#settings.put(NAME, JSON.stringify(sorted));
    this.#use(sorted);
  }

  async #read(): Promise<void> {
    const kept = await this.#settings.get(NAME);
    if (kept !== undefined) this.#use(JSON.parse(kept) as string[]);
  }

  #use(words: readonly string[]): void {
    this.#words = words;
    this.#has = heldBackBy(words);
  }
}
