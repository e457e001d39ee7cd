import { api } from '../api.ts';
import type { Reach } from '../entities.ts';
import { Notice } from '../parts/notice.svelte.ts';

const EVERY_MS = 3000;

/** Asks the machine every 3 s, while the page can be seen, which phones came through. */
export class ReachPage {
  readonly notice = new Notice();
  reach = $state.raw<Reach>();
  /** When the list of phones could last be fetched; it stays on the page when the line is lost. */
  isStale = $state(false);
  #timer: number | undefined;

  /** Starts asking; gives back how to stop. */
  watch(): () => void {
    const whenSeen = () => (document.hidden ? this.#pause() : void this.#ask());
    document.addEventListener('visibilitychange', whenSeen);
    void this.#ask();
    return () => {
      document.removeEventListener('visibilitychange', whenSeen);
      this.#pause();
    };
  }

  async use(url: string): Promise<void> {
    const used = await api.put<Reach>('/reach', { url });
    if (!this.notice.check(used)) return;
    this.reach = used.value;
    this.notice.say(
      `Codes now say ${used.value.url}. Screens change theirs by themselves; printed codes do not.`,
    );
  }

  /** The address as it is now is right: the warning goes. */
  async accept(): Promise<void> {
    if (this.reach) await this.use(this.reach.url);
  }

  async #ask(): Promise<void> {
    this.#pause();
    const reach = await api.get<Reach>('/reach');
    this.isStale = !reach.ok;
    if (reach.ok) this.reach = reach.value;
    if (!document.hidden) this.#timer = window.setTimeout(() => void this.#ask(), EVERY_MS);
  }

  #pause(): void {
    window.clearTimeout(this.#timer);
  }
}
