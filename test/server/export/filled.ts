import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventId, OptionId, QuestionId } from '../../../shared/ids.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import type { Question, QuestionSettings } from '../../../shared/question.ts';
import type { QuestionTypeName } from '../../../shared/questions/question-type.ts';
import { lookBackIn } from '../../../server/look-back.ts';
import { LiveEventHosts } from '../../../server/live-event-hosts.ts';
import type { LiveEventHost } from '../../../server/live-event-host.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';

/** Events with ballots in a store of their own, made as a server makes them. */

export interface Filled {
  store: Store;
  hosts: LiveEventHosts;
  folder: string;
  clock: { now: number };
  close(): Promise<void>;
}

export const random = (length: number): Uint8Array => randomBytes(length);

export async function aStore(): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-export-'));
  const clock = { now: Date.parse('2026-05-04T09:00:00Z') };
  const now = () => clock.now;
  const store = await openSqliteStore({ folder, clock: now });
  const hosts = new LiveEventHosts({ store, lookBack: lookBackIn(store), now, random });
  return {
    store,
    hosts,
    folder,
    clock,
    async close() {
      await hosts.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function anEvent({ hosts }: Filled, fields: Partial<LiveEvent> = {}): Promise<LiveEventHost> {
  const { title = 'Learning Lounge', ...more } = fields;
  return hosts.create({ title, ...more }, null);
}

let questions = 0;

/** Its options have the ids `o0`, `o1` and so on. */
export async function aQuestion(
  { store }: Filled,
  labels: string[],
  fields: { type?: QuestionTypeName; prompt?: string; settings?: QuestionSettings } = {},
): Promise<Question> {
  questions += 1;
  const { type = 'single', prompt = 'Who?', settings = {} } = fields;
  const options = labels.map((label, index) => ({ id: `o${index}` as OptionId, label }));
  const question: Question = {
    id: `question${questions}` as QuestionId,
    type,
    versions: [{ version: 1, prompt, options, settings, translations: {}, change: null, createdAt: 5 }],
    isPublic: false,
    createdAt: 5,
    updatedAt: 5,
  };
  await store.questions.save(question, { at: 5, by: null, what: 'question:add', eventId: null, detail: {} });
  return question;
}

/** Asks it, takes these answers, one per phone in turn, and closes. Gives the asking's id. */
export async function ask(
  { hosts, clock }: Filled,
  host: LiveEventHost,
  question: Question,
  answers: unknown[],
): Promise<string> {
  const asking = hosts.newAsking(host.id, question);
  await host.addAsking(asking, question, null);
  await host.open(asking.id, {}, null);
  for (const [phone, answer] of answers.entries()) {
    clock.now += 1000;
    const cast = await host.cast(`phone-${phone}`.padEnd(22, '.'), {
      askingId: asking.id,
      revision: 1,
      answer,
    });
    if (!cast.ok) throw new Error(cast.error.message);
  }
  clock.now += 1000;
  await host.close(asking.id, null);
  return asking.id;
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

export function noEvent(): EventId {
  return 'nowhere' as EventId;
}
