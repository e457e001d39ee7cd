import type { AskingId } from '../../../shared/ids.ts';
import { api } from '../api.ts';
import { Notice } from '../parts/notice.svelte.ts';

export type TextState = 'waiting' | 'shown' | 'hidden';

export interface TextRow {
  text: string;
  count: number;
  about: { id: string; label: string }[];
  state: TextState;
  shown: boolean | null;
  group: string | null;
  isHeldBack: boolean;
}

interface TextPage {
  items: TextRow[];
  cursor: string | null;
  counts: Record<TextState, number>;
  groups: { label: string; count: number }[];
  areGrouped: boolean;
}

const A_PAGE = 50;
/** The list is read again no more often than this, however many write. */
const REST_MS = 700;

/** What people wrote to one asking: one of three lists at a time, read anew when it has changed. */
export class TextsDesk {
  readonly notice = new Notice();
  readonly askingId: AskingId;
  page = $state.raw<TextPage>();
  items = $state.raw<TextRow[]>([]);
  state = $state<TextState>('waiting');
  #pages = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #readAt = 0;

  constructor(askingId: AskingId) {
    this.askingId = askingId;
    void this.read();
  }

  /** Begins with what waits; where nothing does, with what the room sees. */
  async read(): Promise<void> {
    this.#readAt = Date.now();
    const isFirst = this.page === undefined;
    await this.#read();
    const { waiting, shown } = this.page?.counts ?? { waiting: 0, shown: 0 };
    if (isFirst && waiting === 0 && shown > 0) await this.look('shown');
  }

  async look(state: TextState): Promise<void> {
    this.state = state;
    this.#pages = 1;
    await this.#read();
  }

  async more(): Promise<void> {
    this.#pages += 1;
    await this.#read();
  }

  /** Something was written or decided: reads the list again, soon and not too often. */
  changed(askingId: AskingId): void {
    if (askingId !== this.askingId || this.#timer !== undefined) return;
    const wait = Math.max(0, this.#readAt + REST_MS - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.read();
    }, wait);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** The list shows it at once: whoever moderates goes on to the next. */
  async decide(row: TextRow, decision: { shown?: boolean | null; group?: string | null }): Promise<void> {
    const done = await api.patch(`/askings/${this.askingId}/texts`, { text: row.text, ...decision });
    if (this.notice.check(done)) await this.#read();
  }

  async #read(): Promise<void> {
    const { state } = this;
    const items: TextRow[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < this.#pages && (page === 0 || cursor !== null); page += 1) {
      const after: string = cursor === null ? '' : `&cursor=${cursor}`;
      const read = await api.get<TextPage>(
        `/askings/${this.askingId}/texts?state=${state}&limit=${A_PAGE}${after}`,
      );
      if (!this.notice.check(read) || state !== this.state) return;
      items.push(...read.value.items);
      cursor = read.value.cursor;
      this.page = read.value;
    }
    this.items = items;
  }
}
