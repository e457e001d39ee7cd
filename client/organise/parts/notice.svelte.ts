import type { Refusal, Result } from '../../../shared/result.ts';

/** What a page says about the last thing that was done. It stays until something else is done. */
export class Notice {
  text = $state('');
  refusal = $state.raw<Refusal>();
  undo = $state.raw<{ label: string; run: () => void }>();

  say(text: string, undo?: { label: string; run: () => void }): void {
    [this.text, this.refusal, this.undo] = [text, undefined, undo];
  }

  fail(refusal: Refusal): void {
    [this.text, this.refusal, this.undo] = ['', refusal, undefined];
  }

  /** Says the refusal, if it is one, and whether all went well. */
  check<T>(result: Result<T>): result is { ok: true; value: T } {
    if (!result.ok) this.fail(result.error);
    return result.ok;
  }

  /** What is wrong at each field, by the path the API gives it. */
  get fields(): Record<string, string> {
    return Object.fromEntries((this.refusal?.errors ?? []).map(({ path, message }) => [path, message]));
  }
}
