import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { JOIN_CODE_LENGTH, parseJoinCode, spacedCode } from '../../shared/ids.ts';
import { acceptsPhones } from '../../shared/live-event.ts';
import { Refused } from '../../shared/result.ts';
import { joinBody } from '../../shared/schemas.ts';
import { Budget } from '../identity/budget.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { RestContext } from './context.ts';

const MOST_BYTES = 16 * 1024;
const WINDOW_MS = 10 * 60_000;
const WRONG_PER_ADDRESS = 25;
const WRONG_IN_ALL = 2000;

const joined = z.object({
  eventId: z.string(),
  voterToken: z.string(),
  event: z.object({ id: z.string(), title: z.string(), code: z.string() }),
});

/** `POST /join`: a code becomes a phone's token. Only wrong codes are limited: a whole room shares one address. */
export const joinRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { hosts, identity, reach, now } = context;
  const wrongByAddress = new Budget({ most: WRONG_PER_ADDRESS, windowMs: WINDOW_MS, now });
  const wrongInAll = new Budget({ most: WRONG_IN_ALL, windowMs: WINDOW_MS, now });

  const find = async (typed: string): Promise<LiveEventHost | undefined> => {
    const code = parseJoinCode(typed);
    const host = code && (await hosts.byCode(code));
    return host && acceptsPhones(host.event) ? host : undefined;
  };

  app.post(
    '/join',
    { bodyLimit: MOST_BYTES, schema: { body: joinBody, response: { 200: joined } } },
    async (request) => {
      const host = await find(request.body.code);
      if (!host) {
        const isCounted = wrongByAddress.take(request.ip) && wrongInAll.take('');
        throw isCounted
          ? unknown(request.body.code)
          : new Refused(
              'RATE_LIMITED',
              'Too many wrong codes. Wait a few minutes, then look at the screen again.',
            );
      }
      const voterToken = request.body.secret ?? identity.newVoterToken();
      const hash = identity.voterHash(host.id, voterToken);
      host.join(hash);
      reach.noteJoin(request.host, hash);
      const { id, title, code } = host.event;
      return { eventId: id, voterToken, event: { id, title, code } };
    },
  );
};

/** The one answer for unknown, ended and private codes. */
function unknown(typed: string): Refused {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return new Refused(
    'NOT_FOUND',
    `No event is open under ${code.length === JOIN_CODE_LENGTH ? spacedCode(code) : typed.trim()}.`,
  );
}
