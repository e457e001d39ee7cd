import type { CheckedResult } from './check-result.ts';
import { reportedLines } from './result-body.ts';
import type { ResultForm } from './result-draft.svelte.ts';

/** What only misses is said when somebody tries to save, not while the rest is still typed. */
const WAITS = ['label', 'audience', 'when.date', 'results', 'n'];

/** Which message stands at which field now. */
export class ShownErrors {
  readonly #checked: CheckedResult;
  readonly #refused: Record<string, string>;
  readonly #isTried: boolean;

  constructor(checked: CheckedResult, refused: Record<string, string>, isTried: boolean) {
    this.#checked = checked;
    this.#refused = refused;
    this.#isTried = isTried;
  }

  /** `isFilled`: something stands there that may be wrong, so nothing waits. */
  at(path: string, isFilled = false): string | undefined {
    const error = this.#checked.errors.find((each) => each.path === path)?.message;
    const isShown = this.#isTried || isFilled || !WAITS.includes(path);
    return (isShown ? error : undefined) ?? (error === undefined ? this.#refused[path] : undefined);
  }

  /** What is made of the number there. */
  hint(path: string): string | undefined {
    return this.#checked.hints.find((each) => each.path === path)?.message;
  }
}

/** The path of a line among those that are sent; undefined while nothing is reported of it. */
export function pathOfLine(form: ResultForm, key: number): string | undefined {
  const index = reportedLines(form).findIndex((line) => line.key === key);
  return index < 0 ? undefined : `results.${index}`;
}
