import type { QuestionTypeName } from '../../shared/questions/question-type.ts';
import { ON_PHONE } from './answers.ts';
import type { OnPhone } from './on-phone.ts';

const RETRY_MS = 2_000;

/** The types this phone has loaded. One that is asked for and not there is fetched, again and again until it comes. */
export class LoadedTypes {
  #loaded = $state.raw<Partial<Record<QuestionTypeName, OnPhone>>>({});
  readonly #underway: Partial<Record<QuestionTypeName, boolean>> = {};
  readonly #load: (name: QuestionTypeName) => Promise<OnPhone>;

  constructor(load = (name: QuestionTypeName) => ON_PHONE[name]()) {
    this.#load = load;
  }

  /** Undefined until it is here. */
  of(name: QuestionTypeName): OnPhone | undefined {
    const loaded = this.#loaded[name];
    if (!loaded) this.fetch(name);
    return loaded;
  }

  fetch(name: QuestionTypeName): void {
    if (this.#loaded[name] || this.#underway[name]) return;
    this.#underway[name] = true;
    this.#load(name).then(
      (type) => (this.#loaded = { ...this.#loaded, [name]: type }),
      () => setTimeout(() => this.#again(name), RETRY_MS),
    );
  }

  #again(name: QuestionTypeName): void {
    this.#underway[name] = false;
    this.fetch(name);
  }
}
