import type { ScreenMay } from '../../../shared/access.ts';
import { api } from '../api.ts';
import type { NewScreen, ScreenRow } from '../entities.ts';
import { Notice } from '../parts/notice.svelte.ts';

export const PREVIEW_LABEL = 'console preview';

/** The pages that were given a token of this event: screens, remotes, and the console's own preview. */
export class ScreensOfEvent {
  readonly notice = new Notice();
  rows = $state.raw<ScreenRow[]>([]);
  /** The token of a remote that was just made: shown as a QR code, once. */
  remoteToken = $state('');
  previewToken = $state('');
  readonly #eventId: string;

  constructor(eventId: string) {
    this.#eventId = eventId;
  }

  async load(): Promise<void> {
    const rows = await api.all<ScreenRow>(`/events/${this.#eventId}/screens`);
    if (rows.ok) this.rows = rows.value.filter(({ label }) => label !== PREVIEW_LABEL);
  }

  openScreen(): Promise<void> {
    return this.#open('step', 'Screen opened from the console', '');
  }

  /** What is on, what comes next and the notes: for the presenter alone. */
  openMonitor(): Promise<void> {
    return this.#open('present', 'Confidence monitor', '?monitor');
  }

  /** A window opened only after an answer came would be blocked; it opens at the press and is filled later. */
  async #open(may: ScreenMay, label: string, search: string): Promise<void> {
    const page = window.open('', '_blank');
    const made = await this.#make(may, label);
    if (!made) return page?.close();
    const address = `/present/${this.#eventId}${search}#t=${made.token}`;
    if (page) page.location.replace(address);
    else
      this.notice.say('The browser blocked the new window.', {
        label: 'Open it here',
        run: () => location.assign(address),
      });
  }

  async makeRemote(): Promise<void> {
    const made = await this.#make('present', 'Remote');
    if (made) this.remoteToken = made.token;
  }

  remotePath(): string {
    return `/remote/${this.#eventId}#t=${this.remoteToken}`;
  }

  async pair(code: string): Promise<boolean> {
    const paired = await api.post(`/events/${this.#eventId}/pairings`, { code, may: 'step' });
    if (!paired.ok) {
      this.notice.fail(
        paired.error.code === 'NOT_FOUND'
          ? {
              ...paired.error,
              message: 'No screen shows that code. It changes every few minutes: read it again.',
            }
          : paired.error,
      );
      return false;
    }
    this.notice.say('Paired. The screen shows this event now.');
    void this.load();
    return true;
  }

  async revoke(row: ScreenRow): Promise<void> {
    const gone = await api.delete(`/screens/${row.id}`);
    if (!this.notice.check(gone)) return;
    this.rows = this.rows.filter(({ id }) => id !== row.id);
    this.notice.say(`“${row.label}” is cut off. It shows nothing of this event any more.`);
  }

  /** The preview keeps its token for this tab, so that a reload makes no further one. */
  async preparePreview(): Promise<void> {
    const name = `askagain.preview.${this.#eventId}`;
    this.previewToken = stored(name);
    if (this.previewToken) return;
    const made = await api.post<NewScreen>(`/events/${this.#eventId}/screens`, {
      may: 'watch',
      label: PREVIEW_LABEL,
    });
    if (!made.ok) return;
    this.previewToken = made.value.token;
    keep(name, made.value.token);
  }

  async #make(may: ScreenMay, label: string): Promise<NewScreen | undefined> {
    const made = await api.post<NewScreen>(`/events/${this.#eventId}/screens`, { may, label });
    if (!this.notice.check(made)) return undefined;
    void this.load();
    return made.value;
  }
}

function stored(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function keep(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing makes a new token at the next reload.
  }
}
