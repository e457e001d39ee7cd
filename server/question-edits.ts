import type { Question } from '../shared/question.ts';
import type { Result } from '../shared/result.ts';
import type { LiveEventHost } from './live-event-host.ts';

type Edit = () => Promise<Result<Question>>;

/**
 * Edits of questions, one after the other, each while no event changes. Whether a question was asked then stays as it
 * was read until the edit is on disk, and no event opens a wording that is being replaced.
 */
export class QuestionEdits {
  #last: Promise<unknown> = Promise.resolve();

  /** `here`: the events in memory. One that is loaded later waits for `done`, and reads the question as edited. */
  run(here: Promise<LiveEventHost[]>, edit: Edit): Promise<Result<Question>> {
    const edited = this.#last.then(async () => whileStill(await here, edit));
    this.#last = edited.catch(() => undefined);
    return edited;
  }

  /** Resolves when all that was begun is done. */
  async done(): Promise<void> {
    await this.#last;
  }
}

function whileStill([host, ...others]: LiveEventHost[], edit: Edit): Promise<Result<Question>> {
  return host ? host.editQuestion(() => whileStill(others, edit)) : edit();
}
