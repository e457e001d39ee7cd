import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from './calls.ts';
import { openForReading, openForWriting } from './connection.ts';
import { serveCopier, serveReader } from './reader.ts';
import { serveWriter } from './writer.ts';

const { role, file, mostPages } = workerData as ThreadData;
const serve = { writer: serveWriter, reader: serveReader, copier: serveCopier }[role];

if (!parentPort) throw new Error('this file runs as a thread of the store');
serve(parentPort, role === 'writer' ? openForWriting(file, mostPages) : openForReading(file));
