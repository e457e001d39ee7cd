import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { JOIN_CODE_LENGTH, parseJoinCode, spacedCode, type JoinCode } from '../../shared/ids.ts';
import { acceptsPhones } from '../../shared/live-event.ts';
import { Refused } from '../../shared/result.ts';
import { joinBody } from '../../shared/schemas.ts';
import { CodeGuesses } from '../identity/code-guesses.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { RestContext } from './context.ts';

const MOST_BYTES = 16 * 1024;

const joined = z.object({
  eventId: z.string(),
  voterToken: z.string(),
  event: z.object({ id: z.string(), title: z.string(), code: z.string() }),
});

/** `POST /join`: a code becomes a phone's token. Only wrong codes are limited: a whole room shares one address. */
export const joinRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { hosts, identity, reach, now } = context;
  const guesses = new CodeGuesses(now);

  const find = async (code: JoinCode | undefined): Promise<LiveEventHost | undefined> => {
    const host = code && (await hosts.byCode(code));
    return host && acceptsPhones(host.event) ? host : undefined;
  };

  app.post(
    '/join',
    { bodyLimit: MOST_BYTES, schema: { body: joinBody, response: { 200: joined } } },
    async (request) => {
      const code = parseJoinCode(request.body.code);
      // What cannot be a code is no guess.
      if (code && !guesses.mayTry(request.ip, code)) throw tooMany();
      const host = await find(code);
      if (!host) {
        if (code) guesses.wasWrong(request.ip, code);
        throw unknown(request.body.code);
      }
      guesses.wasRight(request.ip, host.event.code);
      const voterToken = request.body.secret ?? identity.newVoterToken();
      const hash = identity.voterHash(host.id, voterToken);
      host.join(hash);
      reach.noteJoin(request.host, hash);
      const { id, title } = host.event;
      return { eventId: id, voterToken, event: { id, title, code: host.event.code } };
    },
  );
};

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
