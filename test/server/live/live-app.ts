import type { InjectOptions } from 'fastify';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { buildApp, type App } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import {
  PROTOCOL_VERSION,
  type PresenterPage,
  type PresenterState,
  type PresenterToServer,
  type ServerToPresenter,
  type ServerToVoter,
  type VoterSnapshot,
  type VoterToServer,
} from '../../../shared/messages.ts';
import type { Refusal } from '../../../shared/result.ts';
import { answerOf, API_TOKEN, bearer, type RestApp } from '../rest/rest-app.ts';

export type VoterClient = Socket<ServerToVoter, VoterToServer>;
export type PresenterClient = Socket<ServerToPresenter, PresenterToServer>;

export interface LiveApp extends Pick<RestApp, 'call'> {
  app: App;
  url: string;
  /** A phone that has joined and has its snapshot. */
  phone(code: string, secret?: string): Promise<Phone>;
  presenter(eventId: string, token: string, page?: PresenterPage): Promise<Presenter>;
  /** Connects with anything, and gives the refusal or undefined. */
  knock(auth: object, more?: Partial<ManagerOptions & SocketOptions>): Promise<Refusal | undefined>;
  close(): Promise<void>;
}

export interface Phone {
  socket: VoterClient;
  token: string;
  snapshot: VoterSnapshot;
}

export interface Presenter {
  socket: PresenterClient;
  snapshot: PresenterState;
}

/** The whole server on a free port of this machine, with a store of its own. */
export async function startLive(env: NodeJS.ProcessEnv = {}): Promise<LiveApp> {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-live-'));
  const store = await openSqliteStore({ folder });
  const config = readConfig({
    ASKAGAIN_DATA: folder,
    ASKAGAIN_API_TOKEN: API_TOKEN,
    HOST: '127.0.0.1',
    ...env,
  });
  const random = (length: number) => randomBytes(length);
  const parts = { config, store, now: Date.now, random, version: '0.0.0', pagesFolder: join(folder, 'none') };
  const app = await buildApp(parts);
  await app.fastify.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.fastify.server.address() as AddressInfo).port}`;
  const sockets: Socket[] = [];

  const open = (auth: object, more: Partial<ManagerOptions & SocketOptions> = {}): Socket => {
    const options = { auth, transports: ['websocket'], reconnection: false, forceNew: true, ...more };
    const socket = io(url, options);
    sockets.push(socket);
    return socket;
  };
  const call: RestApp['call'] = async (method, path, body, headers = bearer(API_TOKEN)) => {
    const request: InjectOptions = { method, url: `/api/v1${path}`, headers };
    if (body !== undefined) request.payload = body as object;
    return answerOf(await app.fastify.inject(request));
  };

  return {
    app,
    url,
    call,
    async phone(code, secret) {
      const joined = await call('POST', '/join', secret === undefined ? { code } : { code, secret }, {});
      const { eventId, voterToken: token } = joined.body as { eventId: string; voterToken: string };
      const socket: VoterClient = open({ protocol: PROTOCOL_VERSION, as: 'voter', eventId, token });
      return { socket, token, snapshot: await next(socket, 'voter:snapshot') };
    },
    async presenter(eventId, token, page = 'screen') {
      const auth = { protocol: PROTOCOL_VERSION, as: 'presenter', eventId, token, page };
      const socket: PresenterClient = open(auth);
      return { socket, snapshot: await next(socket, 'presenter:snapshot') };
    },
    async knock(auth, more) {
      const socket = open(auth, more);
      const [name, error] = await Promise.race([
        once(socket as never, 'connect').then(() => ['connect'] as const),
        once(socket as never, 'connect_error').then(([reason]) => ['error', reason] as const),
      ]);
      socket.disconnect();
      return name === 'connect' ? undefined : ((error as { data?: Refusal }).data ?? NO_ANSWER);
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await app.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The connection was refused before anybody was asked who they are. */
export const NO_ANSWER: Refusal = { code: 'FORBIDDEN', message: 'refused at the door' };

type Told<Client, Event> =
  Client extends Socket<infer Down, infer _Up>
    ? Event extends keyof Down
      ? Down[Event] extends (payload: infer Payload) => void
        ? Payload
        : never
      : never
    : never;

/** The next message of this name, or the next one that fits. */
export function next<Client extends VoterClient | PresenterClient, Event extends string>(
  socket: Client,
  event: Event,
  fits: (payload: Told<Client, Event>) => boolean = () => true,
): Promise<Told<Client, Event>> {
  return new Promise((settle) => {
    const anySocket = socket as unknown as Socket;
    const listener = (payload: Told<Client, Event>): void => {
      if (!fits(payload)) return;
      anySocket.off(event, listener as never);
      settle(payload);
    };
    anySocket.on(event, listener as never);
  });
}

/** Asks and waits for the acknowledgement, whatever is sent. */
export async function ask(
  socket: VoterClient | PresenterClient,
  event: string,
  payload: unknown,
): Promise<unknown> {
  return (socket as unknown as Socket).timeout(5000).emitWithAck(event, payload);
}
