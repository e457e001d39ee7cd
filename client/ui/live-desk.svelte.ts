import type { AskingId, QuestionId } from '../../shared/ids.ts';
import type { NewAsking, OrderEntry, PresenterToServer, Stop } from '../../shared/messages.ts';
import type { Result } from '../../shared/result.ts';
import type { Press } from '../../shared/stage.ts';
import { DeskSight, MORE_SECONDS } from './desk-sight.svelte.ts';

/** What the server says to a request. */
type Answer<Name extends Exclude<keyof PresenterToServer, 'line:probe'>> = Parameters<
  Parameters<PresenterToServer[Name]>[1]
>[0];

/** Long enough for a vote that is on a phone to be sent with one tap. */
export const REOPEN_SECONDS = 20;

/** The live controls, whichever page they stand on: what is going on, and every act there is. */
export class LiveDesk extends DeskSight {
  pressNext(): Promise<void> {
    return this.#press('next');
  }

  pressBack(): Promise<void> {
    return this.#press('back');
  }

  async toggleBars(): Promise<void> {
    const { stop } = this;
    if (stop && stop.state !== 'waiting')
      await this.#do(stop.shown ? 'asking:hide' : 'asking:show', { askingId: stop.id });
  }

  /** Starts the timer as it was set up, or adds half a minute to the one that runs. */
  async moreTime(): Promise<void> {
    const { stop } = this;
    if (stop?.state !== 'open') return;
    const addSeconds = this.left === undefined ? (stop.settings.seconds ?? MORE_SECONDS) : MORE_SECONDS;
    await this.#do('asking:timer', { askingId: stop.id, addSeconds });
  }

  async stopTimer(): Promise<void> {
    if (this.stop?.state === 'open') await this.#do('asking:timer', { askingId: this.stop.id, stop: true });
  }

  toggleQr(): Promise<void> {
    return this.#do('stage:cover', { qr: !this.stage.qr });
  }

  toggleBlank(): Promise<void> {
    return this.#do('stage:cover', { blank: !this.stage.blank });
  }

  /** Opens the closed question for a moment: phones offer the vote that came late, and it closes by itself. */
  async reopenBriefly(): Promise<void> {
    if (this.stop?.state === 'closed')
      await this.#do('asking:open', { askingId: this.stop.id, seconds: REOPEN_SECONDS, closeAtEnd: true });
  }

  /** Puts a question in; its id once it is there. */
  async add(asking: NewAsking): Promise<AskingId | undefined> {
    const added = await this.#ask('asking:add', asking);
    return added.ok ? added.value.askingId : undefined;
  }

  /** The same question once more, right after itself. */
  async askAgain({ id, questionId }: Pick<Stop, 'id' | 'questionId'>): Promise<void> {
    const askingId = await this.add({ questionId, after: id });
    if (askingId) await this.#do('stage:put', { view: 'asking', askingId });
  }

  /** Closes with the bars hidden, so that whoever holds the remote reads the finding before the room does. */
  async closeUnseen(): Promise<void> {
    const { stop } = this;
    if (stop?.state !== 'open') return;
    if (stop.shown) await this.#do('asking:hide', { askingId: stop.id });
    await this.#do('asking:close', { askingId: stop.id });
  }

  /** Hands, counted by the presenter. */
  countHands(
    askingId: AskingId,
    counts: Record<string, number>,
    present: number | undefined,
  ): Promise<Result<null>> {
    return this.#ask('asking:hands', { askingId, counts, ...(present === undefined ? {} : { present }) });
  }

  /** Says the finding on the screen, or leaves it off. */
  async sayFinding(shown: boolean): Promise<void> {
    if (this.stop) await this.#do('asking:finding', { askingId: this.stop.id, shown });
  }

  openAll(): Promise<void> {
    return this.#do('askings:open', {});
  }

  closeAll(): Promise<void> {
    return this.#do('askings:close', {});
  }

  goToLobby(): Promise<void> {
    return this.#do('stage:put', { view: 'lobby' });
  }

  goTo(stop: Stop): Promise<void> {
    return this.#do('stage:put', { view: 'asking', askingId: stop.id });
  }

  /** Any stop of the running order. */
  goToStop(entry: OrderEntry): Promise<void> {
    if (entry.kind === 'asking') return this.#do('stage:put', { view: 'asking', askingId: entry.askingId });
    if (entry.kind === 'comparison') return this.goToComparison(entry.questionId);
    if (entry.kind === 'wall') return this.#do('stage:put', { view: 'wall' });
    return this.#do('stage:put', { view: 'picture', pictureId: entry.pictureId });
  }

  goToComparison(questionId: QuestionId): Promise<void> {
    return this.#do('stage:put', { view: 'comparison', questionId });
  }

  /** The comparison of the question on the stage, or the way back from it. */
  async toggleComparison(): Promise<void> {
    const { view, askingId } = this.stage;
    if (view === 'comparison') {
      if (askingId) await this.#do('stage:put', { view: 'asking', askingId });
      return;
    }
    const questionId = this.stop?.questionId;
    if (questionId) await this.#do('stage:put', { view: 'comparison', questionId });
  }

  /** Keeps the host's note of what was said; false when it was not kept. */
  async note(said: string): Promise<boolean> {
    const askingId = this.stop?.id;
    if (askingId === undefined) return false;
    await this.#do('asking:said', { askingId, said });
    return this.problem === '';
  }

  async #press(press: Press): Promise<void> {
    if (!(press === 'next' ? this.next : this.back).isIdle)
      await this.#do('stage:step', { press, version: this.stage.version });
  }

  async #do<Name extends Exclude<keyof PresenterToServer, 'line:probe'>>(
    name: Name,
    payload: Parameters<PresenterToServer[Name]>[0],
  ): Promise<void> {
    await this.#ask(name, payload);
  }

  /** The same with its answer. */
  async #ask<Name extends Exclude<keyof PresenterToServer, 'line:probe'>>(
    name: Name,
    payload: Parameters<PresenterToServer[Name]>[0],
  ): Promise<Answer<Name>> {
    const done = await this.connection.request(name, payload);
    this.problem = done.ok ? '' : done.error.message;
    return done;
  }
}
