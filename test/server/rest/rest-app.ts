import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Identity } from '../../../server/identity.ts';
import { LiveEventHosts } from '../../../server/live-event-hosts.ts';
import { Reach } from '../../../server/reach.ts';
import { onError } from '../../../server/rest/problem.ts';
import { lookBackIn } from '../../../server/look-back.ts';
import { restPlugin } from '../../../server/rest/rest.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';

export const API_TOKEN = 'a-token-for-tests-of-automation';
export const PUBLIC_URL = 'https://ask.example.org';

export interface RestApp {
  app: FastifyInstance;
  store: Store;
  hosts: LiveEventHosts;
  identity: Identity;
  reach: Reach;
  clock: { now: number };
  /** As the owner's program, unless other headers are given. */
  call(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Answer {
  status: number;
  body: unknown;
  text: string;
  headers: LightMyRequestResponse['headers'];
}

/** REST on a store of its own, without pages and sockets. */
export async function startRest(
  options: { publicUrl?: string; allowInsecureConsole?: boolean } = {},
): Promise<RestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-rest-'));
  const clock = { now: Date.parse('2026-05-04T09:00:00Z') };
  const now = () => clock.now;
  const random = (length: number) => randomBytes(length);
  const store = await openSqliteStore({ folder, clock: now });
  const hosts = new LiveEventHosts({ store, lookBack: lookBackIn(store), now, random });
  const listens = { host: '0.0.0.0', port: 3000, isTls: false };
  const reach = await Reach.open({
    settings: store.settings,
    now,
    ...listens,
    ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
  });
  const identity = await Identity.open({
    store,
    now,
    random,
    apiToken: API_TOKEN,
    ownUrls: () => [reach.url()],
  });
  const config = {
    version: '0.0.0',
    dataFolder: folder,
    allowInsecureConsole: options.allowInsecureConsole ?? false,
  };
  const app = Fastify({ logger: false, frameworkErrors: onError });
  await app.register(restPlugin, { context: { store, hosts, identity, reach, now, random, config } });

  return {
    app,
    store,
    hosts,
    identity,
    reach,
    clock,
    async call(method, path, body, headers = bearer(API_TOKEN)) {
      const request: InjectOptions = { method, url: `/api/v1${path}`, headers };
      if (body !== undefined) request.payload = body as object;
      return answerOf(await app.inject(request));
    },
    async close() {
      await app.close();
      await hosts.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

export function answerOf(response: LightMyRequestResponse): Answer {
  const isJson = String(response.headers['content-type'] ?? '').includes('json');
  const body: unknown = isJson && response.body !== '' ? response.json() : undefined;
  return { status: response.statusCode, body, text: response.body, headers: response.headers };
}

export interface Room {
  eventId: string;
  code: string;
  askingId: string;
  questionId: string;
  optionIds: string[];
}

/** An event with one question in its running order. */
export async function aRoom({ call }: RestApp, question: object = singleChoice()): Promise<Room> {
  const event = await call('POST', '/events', { title: 'Learning Lounge' });
  const { id: eventId, code } = event.body as { id: string; code: string };
  return { eventId, code, ...(await anAsking({ call }, eventId, question)) };
}

export async function anAsking(
  { call }: Pick<RestApp, 'call'>,
  eventId: string,
  question: object,
): Promise<Omit<Room, 'eventId' | 'code'>> {
  const asking = await call('POST', `/events/${eventId}/askings`, { question });
  const { id, options, questionId } = asking.body as {
    id: string;
    options: { id: string }[];
    questionId: string;
  };
  return { askingId: id, optionIds: options.map((option) => option.id), questionId };
}

export function singleChoice(more: object = {}): object {
  return {
    type: 'single',
    prompt: 'Who would you put in charge?',
    options: [{ label: 'Designer' }, { label: 'Marketing' }],
    ...more,
  };
}

/** A phone that has joined. */
export async function aPhone({ call }: RestApp, code: string): Promise<Record<string, string>> {
  const joined = await call('POST', '/join', { code }, {});
  return bearer((joined.body as { voterToken: string }).voterToken);
}

/** The headers of a person who came in by a link, as a browser sends them from our own page. */
export async function aSession(
  { app }: RestApp,
  link: string,
  name = `Person ${link.slice(-6)}`,
): Promise<Record<string, string>> {
  const payload = { token: link.split('=')[1], name };
  const signedIn = await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  return { cookie, origin: OWN_ORIGIN };
}

/** What `inject` sends as `Host`. */
export const OWN_ORIGIN = 'http://localhost:80';

/** A person with a part in one event. */
export async function aMember(
  rest: RestApp,
  eventId: string,
  eventRole: 'presenter' | 'viewer',
): Promise<Record<string, string>> {
  const invited = await rest.call('POST', '/invites', { role: 'member', eventId, eventRole });
  return aSession(rest, (invited.body as { link: string }).link);
}

/** A screen's or a remote's headers. */
export async function aScreen(
  { call }: RestApp,
  eventId: string,
  may: 'watch' | 'step' | 'present',
): Promise<Record<string, string> & { id: string }> {
  const made = await call('POST', `/events/${eventId}/screens`, { may, label: `A screen to ${may}` });
  const { id, token } = made.body as { id: string; token: string };
  return Object.defineProperty({ ...bearer(token), id }, 'id', { enumerable: false });
}
