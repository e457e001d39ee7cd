import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
];

/**
 * One page, held in memory: it is a few hundred bytes that every phone asks for. Its ETag comes from its content, not
 * from size and time as for other files: npm gives every file the same time, names of assets have the same length, and
 * so an old page would stay in caches, asking for assets that are gone.
 */
export function pageFile(
  folder: string,
  name: string,
): (request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  const file = join(folder, `${name}.html`);
  const plain = readFileSync(file);
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const packed = ENCODINGS.filter(({ ending }) => existsSync(file + ending)).map((encoding) => ({
    ...encoding,
    content: readFileSync(file + encoding.ending),
  }));
  return (request, reply) => {
    void reply.header('cache-control', 'no-cache').header('vary', 'accept-encoding').header('etag', etag);
    if (has(request.headers['if-none-match'], etag)) return reply.code(304).send();
    void reply.header('content-type', 'text/html; charset=utf-8');
    const found = packed.find((encoding) => accepts(request.headers['accept-encoding'], encoding.name));
    if (!found) return reply.send(plain);
    return reply.header('content-encoding', found.name).send(found.content);
  };
}

function has(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((each) => each.trim() === etag);
}

/** `br;q=0` says no. */
function accepts(header: string | string[] | undefined, encoding: string): boolean {
  return String(header ?? '')
    .split(',')
    .map((each) => each.trim().split(/\s*;\s*/))
    .some(([name, quality = '']) => name?.toLowerCase() === encoding && !/^q=0(\.0*)?$/.test(quality));
}
