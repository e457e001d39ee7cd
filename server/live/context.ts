import type { FastifyBaseLogger } from 'fastify';
import type { Identity } from '../identity.ts';
import type { TrustedProxies } from '../identity/trusted-proxies.ts';
import type { LiveEventHosts } from '../live-event-hosts.ts';
import type { Reach } from '../reach.ts';

/** What the sockets work with; put together in `app.ts`. */
export interface LiveContext {
  hosts: LiveEventHosts;
  identity: Identity;
  reach: Reach;
  proxies: TrustedProxies;
  now: () => number;
  log: Pick<FastifyBaseLogger, 'error'>;
  config: { allowInsecureConsole: boolean };
}
