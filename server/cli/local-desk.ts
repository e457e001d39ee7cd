import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseJoinCode, type EventId } from '../../shared/ids.ts';
import { csvOf } from '../export/csv.ts';
import { jsonOf } from '../export/json.ts';
import { xlsxOf } from '../export/xlsx.ts';
import { loadComparison } from '../comparisons.ts';
import { Identity } from '../identity.ts';
import type { People } from '../identity/people.ts';
import { type MadeLink } from '../identity/people.ts';
import { importEvent } from '../import/import-event.ts';
import { latestVersion, type Question } from '../../shared/question.ts';
import type { Store } from '../store/store.ts';
import { isoOrNull } from '../times.ts';
import { CliFailure } from './cli-failure.ts';
import { onlyQuestion, type QuestionLine } from './only-question.ts';
import type { Desk, OneTimeLink } from './desk.ts';

/** Stands in the log of acts for whoever has the data folder in hand. */
const BY = 'askagain';

/** Works on the data itself, while no server holds it. `origin` is where the console will answer. */
export async function localDesk(store: Store, origin: string): Promise<Desk> {
  const random = (length: number): Uint8Array => randomBytes(length);
  const identity = await Identity.open({ store, now: Date.now, random, ownUrls: () => [] });
  const { grants, people } = identity;
  return {
    async exportEvent(event, format) {
      const id = await eventOf(store, event);
      if (format === 'json') return jsonOf(store, id);
      return format === 'csv' ? csvOf(store, id, { random }) : xlsxOf(store, id, { random });
    },
    async compare(question) {
      const found = onlyQuestion(question, await questionsOf(store));
      return loadComparison({ store }, found, {});
    },
    importEvent: (file) => importEvent(store, file, { now: Date.now(), by: BY }),
    backup: (file) => store.backup(resolve(file)),
    tokens: async () =>
      (await store.tokens.list()).map(({ lastUsedAt, ...token }) => ({
        ...token,
        lastUsedAt: isoOrNull(lastUsedAt),
      })),
    addToken: (name, role) => grants.addToken(name, role, BY),
    async revokeToken(id) {
      if (!(await grants.revokeToken(id, BY))) throw new CliFailure(`There is no token with the id ${id}.`);
    },
    users: () => store.users.list(),
    async invite({ eventId, ...wish }) {
      const event = eventId === null ? null : await eventOf(store, eventId);
      return linkOf(origin, await people.invite({ ...wish, eventId: event }, BY));
    },
    reset: (name) => resetOf(store, people, name, origin),
    close: () => store.close(),
  };
}

async function resetOf(store: Store, people: People, name: string, origin: string): Promise<OneTimeLink> {
  const user = await store.users.byName(name);
  if (!user) throw new CliFailure(`There is nobody called ${name}. “askagain user list” shows who is.`);
  return linkOf(origin, await people.reset(user.id, BY));
}

async function eventOf(store: Store, event: string): Promise<EventId> {
  const code = parseJoinCode(event);
  const byCode = code && (await store.events.idByCode(code));
  if (byCode) return byCode;
  if (await store.events.load(event as EventId)) return event as EventId;
  throw new CliFailure(`There is no event with the id or code ${event}.`);
}

async function questionsOf({ questions }: Store): Promise<(Question & QuestionLine)[]> {
  const found: (Question & QuestionLine)[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const page = await questions.list({ limit: 100, ...(after === '' ? {} : { after }) });
    found.push(...page.rows.map((question) => ({ ...question, prompt: latestVersion(question).prompt })));
    after = page.next ?? undefined;
  }
  return found;
}

function linkOf(origin: string, { path, expiresAt }: MadeLink): OneTimeLink {
  return { link: origin + path, expiresAt: new Date(expiresAt).toISOString() };
}
