import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Io } from './say.ts';

/** Into a file, which is there whole or not at all; without one, to the terminal or the next program. */
export async function writeOut(
  content: AsyncIterable<string | Uint8Array>,
  file: string | undefined,
  io: Io,
): Promise<void> {
  if (file === undefined) return pour(content, io.out);
  const part = `${file}.part`;
  try {
    await pipeline(content, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function pour(content: AsyncIterable<string | Uint8Array>, out: NodeJS.WritableStream): Promise<void> {
  for await (const piece of content) if (!out.write(piece)) await once(out, 'drain');
}
