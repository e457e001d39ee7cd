import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { sharesAfterwards } from '../../shared/afterwards.ts';
import { JOIN_CODE_LENGTH, parseJoinCode, spacedCode } from '../../shared/ids.ts';
import { acceptsPhones, type LiveEvent } from '../../shared/live-event.ts';
import { Refused } from '../../shared/result.ts';
import { joinBody } from '../../shared/schemas.ts';
import { parseTicket } from '../../shared/tickets.ts';
import { sharedAfterwards } from '../afterwards.ts';
import { CodeGuesses } from '../identity/code-guesses.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { admission } from '../may-enter.ts';
import type { RestContext } from './context.ts';
import { afterwardsSchema } from './views/afterwards-view.ts';

const MOST_BYTES = 16 * 1024;

const codeParam = z.object({ code: z.string().check(z.maxLength(40)) });
const joined = z.object({
  eventId: z.string(),
  voterToken: z.string(),
  event: z.object({ id: z.string(), title: z.string(), code: z.string() }),
});

/**
 * `POST /join`: a code becomes a phone's token. `GET /afterwards/CODE`: what an ended event shares. Only wrong codes are
 * limited: a whole room shares one address.
 */
export const joinRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { hosts, identity, reach, store, now } = context;
  const guesses = new CodeGuesses(now);

  /** The event that a code opens. Throws the one answer where it opens nothing. */
  const open = async (
    { ip }: FastifyRequest,
    typed: string,
    opens: (event: LiveEvent) => boolean,
  ): Promise<LiveEventHost> => {
    const code = parseJoinCode(typed);
    // What cannot be a code is no guess.
    if (code && !guesses.mayTry(ip, code)) throw tooMany();
    const host = code && (await hosts.byCode(code));
    if (host && opens(host.event)) {
      guesses.wasRight(ip, host.event.code);
      return host;
    }
    if (code) guesses.wasWrong(ip, code);
    throw unknown(typed);
  };

  app.post(
    '/join',
    { bodyLimit: MOST_BYTES, schema: { body: joinBody, response: { 200: joined } } },
    async (request) => {
      const host = await open(request, request.body.code, acceptsPhones);
      const voterToken = request.body.secret ?? identity.newVoterToken();
      const hash = identity.voterHash(host.id, voterToken);
      mustBeLetIn(host, hash, parseTicket(voterToken) !== undefined);
      host.join(hash);
      reach.noteJoin(request.host, hash);
      const { id, title } = host.event;
      return { eventId: id, voterToken, event: { id, title, code: host.event.code } };
    },
  );

  app.get(
    '/afterwards/:code',
    { schema: { params: codeParam, response: { 200: afterwardsSchema } } },
    async (request) => {
      const host = await open(request, request.params.code, sharesAfterwards);
      const { caller } = request;
      const hash = caller.kind === 'voter' ? identity.voterHash(host.id, caller.token) : undefined;
      return sharedAfterwards(store, host, hash);
    },
  );
};

/** A right code, and yet: the door is closed, or a ticket is needed and this is none of them. */
function mustBeLetIn(host: LiveEventHost, hash: string, isTicket: boolean): void {
  const admitted = admission(host, hash);
  if (admitted.ok) return;
  const { code } = admitted.error;
  if (code === 'TICKET_NEEDED') host.tickets.turnedAway();
  throw new Refused(code === 'TICKET_NEEDED' && isTicket ? 'TICKET_UNKNOWN' : code);
}

function tooMany(): Refused {
  return new Refused(
    'RATE_LIMITED',
    'Too many wrong codes. Wait a few minutes, then look at the screen again.',
  );
}

/** The one answer for unknown, ended and private codes. */
function unknown(typed: string): Refused {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return new Refused(
    'NOT_FOUND',
    `No event is open under ${code.length === JOIN_CODE_LENGTH ? spacedCode(code) : typed.trim()}.`,
  );
}
