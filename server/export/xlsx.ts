import { once } from 'node:events';
import type { EventId } from '../../shared/ids.ts';
import { startThread } from '../store/start-thread.ts';
import type { Store } from '../store/store.ts';
import { tidyTable, type TableOptions } from './tidy-table.ts';

/**
 * The tidy table as a spreadsheet. It is made on a thread of its own: writing 10,000 rows takes most of a second, in
 * one go, and votes may come in meanwhile.
 */
export async function* xlsxOf(store: Store, id: EventId, options: TableOptions): AsyncGenerator<Uint8Array> {
  const thread = startThread('./xlsx-thread', import.meta.url);
  try {
    const file = once(thread, 'message') as Promise<[Uint8Array]>;
    // Awaited below; what goes wrong before that must not end the process.
    file.catch(() => undefined);
    for await (const rows of tidyTable(store, id, options)) thread.postMessage(rows);
    thread.postMessage(null);
    const [bytes] = await file;
    yield bytes;
  } finally {
    await thread.terminate();
  }
}
