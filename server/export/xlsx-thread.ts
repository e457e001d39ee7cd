import { parentPort } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from './tidy-table.ts';
import { xlsxCell } from './xlsx-cell.ts';

/** Rows come in until there are none; then the whole file goes back. */
const port = parentPort;
if (!port) throw new Error('this file runs as a thread of an export');

const rows: Cell[][] = [];

port.on('message', (more: Cell[][] | null) => {
  if (more) rows.push(...more.map((row) => row.map(xlsxCell)));
  else void finish();
});

async function finish(): Promise<void> {
  const file = await writeXlsxFile(rows, { stickyRowsCount: 1 }).toBuffer();
  port?.postMessage(file);
  port?.close();
}
