import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'socket.io';
import type { EventRight } from '../../shared/access.ts';
import type { EventId } from '../../shared/ids.ts';
import { PROTOCOL_VERSION, type PresenterHandshake, type VoterHandshake } from '../../shared/messages.ts';
import { Refused } from '../../shared/result.ts';
import { handshake, VOTER_TOKEN } from '../../shared/schemas.ts';
import { nameOf, NOBODY, type Caller } from '../identity/caller.ts';
import { isSafeForConsole } from '../identity/console-line.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { admission } from '../may-enter.ts';
import type { LiveContext } from './context.ts';

/** Who has come to which event. */
export type Arrival = VoterArrival | PresenterArrival;

export interface VoterArrival {
  as: 'voter';
  host: LiveEventHost;
  hash: string;
  /** With a ticket: which phone it is. */
  phone?: string | undefined;
}

export interface PresenterArrival {
  as: 'presenter';
  host: LiveEventHost;
  page: PresenterHandshake['page'];
  caller: Caller;
  may: EventRight[];
  /** Stands in the log of acts. */
  by: string | null;
}

/** Reads who a socket says it is and lets it in, or throws `Refused` with the reason the page is told. */
export async function arrivalOf(context: LiveContext, socket: Socket): Promise<Arrival> {
  const said = handshake.safeParse(socket.handshake.auth);
  if (!said.success) {
    const { protocol } = socket.handshake.auth as { protocol?: unknown };
    const isOld = typeof protocol === 'number' && protocol !== PROTOCOL_VERSION;
    throw new Refused(isOld ? 'PROTOCOL_OLD' : 'BAD_REQUEST');
  }
  if (said.data.protocol !== PROTOCOL_VERSION) throw new Refused('PROTOCOL_OLD');
  return said.data.as === 'voter'
    ? voterArrival(context, said.data as VoterHandshake)
    : presenterArrival(context, said.data as PresenterHandshake, socket);
}

/** A phone that has joined, or holds the event's id and may join: a restart may have come before its row was written. */
async function voterArrival({ hosts, identity }: LiveContext, said: VoterHandshake): Promise<VoterArrival> {
  if (!VOTER_TOKEN.test(said.token)) throw new Refused('UNAUTHENTICATED');
  const host = await hosts.get(said.eventId);
  if (!host) throw notHere();
  const hash = identity.voterHash(host.id, said.token);
  const admitted = admission(host, hash);
  if (!admitted.ok) throw admitted.error.code === 'NOT_FOUND' ? notHere() : new Refused(admitted.error.code);
  return { as: 'voter', host, hash, phone: said.phone };
}

function notHere(): Refused {
  return new Refused('NOT_FOUND', 'This event is not here any more.');
}

async function presenterArrival(
  context: LiveContext,
  said: PresenterHandshake,
  { handshake: { headers, secure, address }, request }: Socket,
): Promise<PresenterArrival> {
  const ownAddress = request.socket.localAddress;
  const caller = said.token
    ? await context.identity.callerOfToken(said.token)
    : await sessionCaller(context, headers, { secure, address, ownAddress });
  const may = await context.identity.rightsIn(caller, said.eventId);
  if (!may.includes('watch')) throw new Refused(caller === NOBODY ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  const host = await context.hosts.get(said.eventId as EventId);
  if (!host || host.event.deletedAt !== null) throw notHere();
  return { as: 'presenter', host, page: said.page, caller, may, by: nameOf(caller) };
}

/** The console's session, from a page of ours, over a line on which the console may be used. */
async function sessionCaller(
  { identity, proxies, config }: LiveContext,
  headers: IncomingHttpHeaders,
  line: { secure: boolean; address: string; ownAddress: string | undefined },
): Promise<Caller> {
  const isOfProxy = proxies.has(line.address);
  const forwardedFor = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  const isSafe = isSafeForConsole({
    isTls: line.secure || (isOfProxy && headers['x-forwarded-proto'] === 'https'),
    address: isOfProxy && forwardedFor ? forwardedFor : line.address,
    ownAddress: line.ownAddress,
    isForwarded: !isOfProxy && (headers['x-forwarded-for'] ?? headers['forwarded']) !== undefined,
  });
  if (!isSafe && !config.allowInsecureConsole) return NOBODY;
  const seen = { ...headers, authorization: undefined, host: hostNamed(headers, isOfProxy) };
  // Where WebSocket does not get through the first request is a plain GET, and browsers send no Origin with one to their
  // own server. That it is from a page of ours, `Sec-Fetch-Site` says as surely.
  return identity.callerOf(seen, identity.sourceOf(seen) !== 'own');
}

/** The address the browser asked for: behind a trusted proxy it is the one the proxy passes on. */
export function hostNamed(headers: IncomingHttpHeaders, isOfProxy: boolean): string | undefined {
  const forwarded = headers['x-forwarded-host'];
  return isOfProxy && typeof forwarded === 'string' ? forwarded : headers.host;
}
