import type { FastifyRequest } from 'fastify';
import type { EventRight } from '../../shared/access.ts';
import type { AskingId, EventId, PostId } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import { isOrganiser, isOwner, isPerson, nameOf, NOBODY, type Caller } from '../identity/caller.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { RestContext } from './context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** The event a guard has let this request into. */
    eventHost: LiveEventHost | null;
    rights: EventRight[];
  }
}

type Check = (request: FastifyRequest) => Promise<void>;

interface Terms {
  /** Also while the event is in the bin; reading always may. */
  evenInBin?: boolean;
  /** A person or an API token; a screen's token does not do. */
  person?: boolean;
}

export interface Guard {
  /** Anyone with an account, whatever they may do. */
  signedIn: Check;
  organiser: Check;
  owner: Check;
  /** The event of `:id`, for those who have this right in it. */
  event(right: EventRight, terms?: Terms): Check;
  /** The event of the asking of `:id`. */
  asking(right: EventRight, terms?: Terms): Check;
  /** The event of the post of `:id`. */
  post(right: EventRight, terms?: Terms): Check;
}

/**
 * The checks of routes. They run before the body is read. Whoever has no right gets 401 or 403, the same whether or
 * not there is such an event; only those with rights are told that something is missing.
 */
export function guardOf({ identity, hosts, store }: RestContext): Guard {
  const enter = async (
    request: FastifyRequest,
    id: EventId | undefined,
    right: EventRight,
    terms: Terms,
  ): Promise<LiveEventHost> => {
    const { caller } = request;
    request.rights = await identity.rightsIn(caller, id ?? ('' as EventId));
    if (!request.rights.includes(right) || (terms.person && !isPerson(caller))) throw denied(caller);
    const host = id && (await hosts.get(id));
    if (!host) throw new Refused('NOT_FOUND');
    if (host.event.deletedAt !== null && !terms.evenInBin && right !== 'read') {
      throw new Refused('STATE_CONFLICT', 'This event is in the bin. Take it back first.');
    }
    return host;
  };
  const within =
    (right: EventRight, terms: Terms = {}, eventOf: (id: string) => Promise<EventId | undefined>): Check =>
    async (request) => {
      const eventId = request.caller === NOBODY ? undefined : await eventOf(idOf(request));
      request.eventHost = await enter(request, eventId, right, terms);
    };
  return {
    signedIn: async ({ caller }) => mustBe(isPerson(caller), caller),
    organiser: async ({ caller }) => mustBe(isOrganiser(caller), caller),
    owner: async ({ caller }) => mustBe(isOwner(caller), caller),
    event:
      (right, terms = {}) =>
      async (request) => {
        request.eventHost = await enter(request, idOf(request) as EventId, right, terms);
      },
    asking: (right, terms) => within(right, terms, (id) => store.askings.eventOf(id as AskingId)),
    post: (right, terms) => within(right, terms, (id) => store.posts.eventOf(id as PostId)),
  };
}

/** Asks for more than the route's guard did, once the body is known. */
export function mustHave(request: FastifyRequest, right: EventRight): void {
  if (!request.rights.includes(right)) throw denied(request.caller);
}

/** The event that the guard found. */
export function hostOf(request: FastifyRequest): LiveEventHost {
  if (!request.eventHost) throw new Error('this route has no guard for an event');
  return request.eventHost;
}

export function byOf(request: FastifyRequest): string | null {
  return nameOf(request.caller);
}

export function denied(caller: Caller): Refused {
  return new Refused(caller.kind === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}

function mustBe(isAllowed: boolean, caller: Caller): void {
  if (!isAllowed) throw denied(caller);
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id;
}
