import type { FastifyRequest } from 'fastify';
import { isSafeForConsole } from '../identity/console-line.ts';
import { NOBODY, type Caller } from '../identity/caller.ts';
import type { RestContext } from './context.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Who a request comes from. A session counts over a line only where the console may be used. */
export async function callerOf({ identity, config }: RestContext, request: FastifyRequest): Promise<Caller> {
  // Behind a trusted proxy the page's address is the one the browser asked for.
  const headers = { ...request.headers, host: request.host };
  const caller = await identity.callerOf(headers, !READING.has(request.method));
  const isSession = caller.kind === 'user';
  return isSession && !config.allowInsecureConsole && !isSafeLine(request) ? NOBODY : caller;
}

/** TLS, or this machine. A proxy that nobody trusts makes every request look as if it came from this machine. */
export function isSafeLine(request: FastifyRequest): boolean {
  const isForwarded =
    request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined;
  const isTrusted = request.ip !== request.socket.remoteAddress;
  return isSafeForConsole({
    isTls: request.protocol === 'https',
    address: request.ip,
    ownAddress: request.socket.localAddress,
    isForwarded: isForwarded && !isTrusted,
  });
}
