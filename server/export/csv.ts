import { stringify } from 'csv-stringify/sync';
import type { EventId } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';
import { tidyTable, type Cell, type TableOptions } from './tidy-table.ts';

export interface CsvOptions extends TableOptions {
  /** A byte order mark first, for spreadsheets that need one to see UTF-8. */
  bom?: boolean;
}

/** The tidy file, piece by piece: RFC 4180. */
export async function* csvOf(store: Store, id: EventId, options: CsvOptions): AsyncGenerator<string> {
  let start = options.bom ? '\uFEFF' : '';
  for await (const rows of tidyTable(store, id, options)) {
    yield start + lines(rows);
    start = '';
  }
}

/** Fields are quoted wherever any separator stands in them, because some countries' spreadsheets split at semicolons. */
export const CSV_WAYS = { record_delimiter: 'windows', quoted_match: /[;\t\r\n]/ } as const;

function lines(rows: Cell[][]): string {
  return stringify(rows, CSV_WAYS);
}
