import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { parseJoinCode } from '../../shared/ids.ts';
import type { Imported } from '../import/import-event.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import { CliFailure, wrongField } from './cli-failure.ts';
import { onlyQuestion, type QuestionLine } from './only-question.ts';
import type { Desk, OneTimeLink, TokenLine, UserLine } from './desk.ts';

interface EventLine {
  id: string;
  code: string;
}

interface Page<Item> {
  items: Item[];
  cursor: string | null;
}

/** Works through the server that holds the data, with an owner's API token. */
export function remoteDesk(url: string, token: string): Desk {
  const ask = caller(url, token);
  const read = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> =>
    (await (await ask(path, method, body)).json()) as T;
  const eventOf = async (event: string): Promise<string> => {
    const code = parseJoinCode(event);
    for await (const found of pages<EventLine>(read, '/events'))
      if (found.code === code || found.id === event) return found.id;
    throw new CliFailure(`There is no event with the id or code ${event}.`);
  };
  return {
    async exportEvent(event, format) {
      return bodyOf(await ask(`/events/${await eventOf(event)}/export.${format}`));
    },
    async compare(question) {
      const { id } = onlyQuestion(question, await all(pages<QuestionLine>(read, '/questions')));
      return read<Comparison>(`/questions/${encodeURIComponent(id)}/comparison`);
    },
    importEvent: (file) => read<Imported>('/import', 'POST', file),
    async backup(file) {
      await writeNew(file, bodyOf(await ask('/backup')));
    },
    tokens: async () => (await read<Page<TokenLine>>('/tokens')).items,
    addToken: (name, role) => read('/tokens', 'POST', { name, role }),
    revokeToken: async (id) => void (await ask(`/tokens/${encodeURIComponent(id)}`, 'DELETE')),
    users: async () => (await read<Page<UserLine>>('/users')).items,
    async invite({ role, eventId, eventRole }) {
      const part = eventId === null ? {} : { eventId: await eventOf(eventId), eventRole };
      return read<OneTimeLink>('/invites', 'POST', { role, ...part });
    },
    async reset(name) {
      const { items } = await read<Page<UserLine>>('/users');
      const user = items.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
      if (!user) throw new CliFailure(`There is nobody called ${name}. “askagain user list” shows who is.`);
      return read<OneTimeLink>(`/users/${user.id}/reset`, 'POST', {});
    },
    close: () => Promise.resolve(),
  };
}

type Ask = (path: string, method?: string, body?: unknown) => Promise<Response>;

function caller(url: string, token: string): Ask {
  return async (path, method = 'GET', body) => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${url}/api/v1${path}`, request).catch((error: unknown) => {
      throw new CliFailure(
        `A server holds the data, but none answers at ${url} (${reasonOf(error)}). Give its address with --url.`,
      );
    });
    if (response.ok) return response;
    throw new CliFailure(await problemOf(response, url));
  };
}

/** `fetch failed` says nothing; what lies under it does. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error
    ? cause.message || String((cause as NodeJS.ErrnoException).code)
    : String(cause);
}

async function problemOf(response: Response, url: string): Promise<string> {
  if (response.status === 401 || response.status === 403)
    return `The server at ${url} does not take this ASKAGAIN_API_TOKEN for an owner’s.`;
  const problem = (await response.json().catch(() => ({}))) as {
    title?: string;
    errors?: { path: string; message: string }[];
  };
  const title = problem.title ?? `The server answered ${response.status}.`;
  return [title, ...(problem.errors ?? []).map(wrongField)].join(' ');
}

async function* pages<Item>(read: <T>(path: string) => Promise<T>, path: string): AsyncGenerator<Item> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<Item> = await read(
      `${path}?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    yield* page.items;
    cursor = page.cursor;
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

function bodyOf(response: Response): AsyncIterable<Uint8Array> {
  if (!response.body) throw new CliFailure('The server sent nothing.');
  return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
}

/** A backup never takes the place of a file; half of one is no backup. */
async function writeNew(file: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const target = createWriteStream(file, { flags: 'wx' });
  let isOurs = false;
  target.once('open', () => {
    isOurs = true;
  });
  try {
    await pipeline(content, target);
  } catch (error) {
    if (isOurs) await rm(file, { force: true });
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw isThere ? new CliFailure(`There is a file ${file} already. It was left as it is.`) : error;
  }
}
