import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../../shared/result.ts';
import { stableJson } from '../../shared/stable-json.ts';

interface Answer {
  status: number;
  contentType: string;
  body: string;
}

interface Kept {
  fingerprint: string;
  at: number;
  /** Undefined when the first try failed on our side: the repeat is done anew. */
  answer: Promise<Answer | undefined>;
  settle(answer: Answer | undefined): void;
}

declare module 'fastify' {
  interface FastifyRequest {
    idempotent: Kept | null;
  }
}

const MOST_KEPT = 1000;
const LASTS_MS = 24 * 3_600_000;
const LONGEST_KEY = 200;

/**
 * `Idempotency-Key` on POST: the same request again, by the same caller, gets the first answer again and does nothing.
 * A repeat that comes while the first is under way waits for it.
 */
export function addIdempotency(app: FastifyInstance, now: () => number): void {
  const byKnown = new Map<string, Kept>();
  const byStrangers = new Map<string, Kept>();
  app.decorateRequest('idempotent', null);

  app.addHook('preHandler', async (request, reply) => {
    const name = keyOf(request);
    if (name === undefined) return;
    // Anybody may send keys without an end: those of people and their programs are not pushed out by them.
    const { kind } = request.caller;
    const kept = kind === 'nobody' || kind === 'voter' ? byStrangers : byKnown;
    for (;;) {
      const before = kept.get(name);
      if (!before || now() - before.at > LASTS_MS) break;
      if (before.fingerprint !== fingerprintOf(request)) throw usedBefore();
      const answer = await before.answer;
      if (answer) return repeat(reply, answer);
      if (kept.get(name) === before) kept.delete(name);
    }
    request.idempotent = begin(fingerprintOf(request), now());
    kept.set(name, request.idempotent);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const isFinal = reply.statusCode < 500 && reply.statusCode !== 429;
    const isOurs = isFinal && (typeof payload === 'string' || payload === undefined || payload === null);
    const contentType = String(reply.getHeader('content-type') ?? '');
    const answer = {
      status: reply.statusCode,
      contentType,
      body: typeof payload === 'string' ? payload : '',
    };
    request.idempotent?.settle(isOurs ? answer : undefined);
  });

  // Nothing was sent: whoever waits may try for himself.
  app.addHook('onResponse', async (request) => request.idempotent?.settle(undefined));
}

function begin(fingerprint: string, at: number): Kept {
  let settle: Kept['settle'] = () => undefined;
  const answer = new Promise<Answer | undefined>((done) => {
    settle = done;
  });
  return { fingerprint, at, answer, settle };
}

function repeat(reply: FastifyReply, { status, contentType, body }: Answer): FastifyReply {
  if (contentType !== '') void reply.header('content-type', contentType);
  return reply.code(status).header('idempotent-replayed', 'true').send(body);
}

/** A key counts for one caller and one route; a sign-in is never repeated from memory. */
function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string' || request.url.includes('/sign-'))
    return undefined;
  if (key.length === 0 || key.length > LONGEST_KEY) return undefined;
  const { authorization, cookie } = request.headers;
  return digest([authorization ?? cookie ?? request.ip, request.url, key]);
}

function fingerprintOf(request: FastifyRequest): string {
  return digest(request.body ?? null);
}

function digest(value: unknown): string {
  return createHash('sha256').update(stableJson(value)).digest('base64url');
}

function usedBefore(): Refused {
  return new Refused(
    'CONTENT_CONFLICT',
    'This Idempotency-Key was used for another request. Nothing was done.',
  );
}
