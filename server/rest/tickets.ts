import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { newId } from '../../shared/ids.ts';
import { Refused } from '../../shared/result.ts';
import { doorBody, ticketsBody } from '../../shared/schemas.ts';
import { newTicket } from '../../shared/tickets.ts';
import { ticketSheet, type PrintedTicket } from '../report/ticket-sheet.ts';
import { isoOrNull } from '../times.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf, hostOf } from './guard.ts';
import { idParam } from './params.ts';
import { unwrap } from './unwrap.ts';

/** How long the sheet of new tickets can be opened: only its tickets' hashes are stored. */
const SHEET_MS = 30 * 60_000;
const MOST_SHEETS = 20;

const counts = {
  made: z.int(),
  used: z.int(),
  unused: z.int(),
  refused: z.int(),
  duplicates: z.int(),
};
const countsSchema = z.object({
  ...counts,
  items: z.array(z.object({ number: z.int(), usedAt: z.nullable(z.string()), duplicates: z.int() })),
});
const madeSchema = z.object({
  ...counts,
  tickets: z.array(z.object({ number: z.int(), ticket: z.string(), url: z.string() })),
  /** Opens the sheet to print, for half an hour. */
  sheet: z.string(),
});
const sheetParams = z.object({ id: z.string(), sheet: z.string() });

interface Sheet {
  eventId: string;
  tickets: PrintedTicket[];
  until: number;
}

/** Who comes in: the door, and printed one-time tickets. */
export const ticketRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { identity, reach, now, random } = context;
  const guard = guardOf(context);
  const sheets = new Map<string, Sheet>();

  const keep = (sheet: Sheet): string => {
    const id = newId(random);
    sheets.set(id, sheet);
    const [oldest] = sheets.keys();
    if (sheets.size > MOST_SHEETS && oldest !== undefined) sheets.delete(oldest);
    return id;
  };

  app.put(
    '/events/:id/door',
    {
      onRequest: guard.event('run'),
      schema: { params: idParam, body: doorBody, response: { 200: doorBody } },
    },
    async (request) => {
      const { isClosed } = request.body;
      unwrap(await hostOf(request).change({ setUp: { isDoorClosed: isClosed } }, byOf(request)));
      return { isClosed };
    },
  );

  app.post(
    '/events/:id/tickets',
    {
      onRequest: guard.event('organise'),
      schema: { params: idParam, body: ticketsBody, response: { 201: madeSchema } },
    },
    async (request, reply) => {
      const host = hostOf(request);
      const { id: eventId, code } = host.event;
      const secrets = Array.from({ length: request.body.count }, () => newTicket(random));
      const hashes = secrets.map((secret) => identity.voterHash(eventId, secret));
      const numbers = unwrap(await host.makeTickets(hashes, byOf(request)));
      const tickets = secrets.map((ticket, index) => ({
        number: numbers[index] ?? 0,
        ticket,
        url: `${reach.url()}/${code}/${ticket}`.toUpperCase(),
      }));
      const sheet = keep({ eventId, tickets, until: now() + SHEET_MS });
      return reply.code(201).send({
        ...host.tickets.counts,
        tickets,
        sheet: `/api/v1/events/${eventId}/tickets/sheets/${sheet}`,
      });
    },
  );

  app.get(
    '/events/:id/tickets',
    {
      onRequest: guard.event('read', { person: true }),
      schema: { params: idParam, response: { 200: countsSchema } },
    },
    async (request) => {
      const { tickets } = hostOf(request);
      const items = tickets
        .list()
        .map(({ number, usedAt, refused }) => ({ number, usedAt: isoOrNull(usedAt), duplicates: refused }));
      return { ...tickets.counts, items };
    },
  );

  app.get(
    '/events/:id/tickets/sheets/:sheet',
    { onRequest: guard.event('organise', { person: true }), schema: { params: sheetParams } },
    async (request, reply) => {
      const { event } = hostOf(request);
      const sheet = sheets.get(request.params.sheet);
      if (!sheet || sheet.eventId !== event.id || sheet.until < now())
        throw new Refused(
          'NOT_FOUND',
          'This sheet cannot be printed any more: only what the tickets are known by is kept. Make new ones.',
        );
      const { html, policy } = await ticketSheet(event, sheet.tickets);
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', policy)
        .send(html);
    },
  );
};
