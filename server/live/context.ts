import type { FastifyBaseLogger } from 'fastify';
import type { Making } from '../add-question.ts';
import type { Identity } from '../identity.ts';
import type { TrustedProxies } from '../identity/trusted-proxies.ts';
import type { LiveEventHosts } from '../live-event-hosts.ts';
import type { Reach } from '../reach.ts';

/** What the sockets work with; put together in `app.ts`. */
export interface LiveContext extends Making {
  hosts: LiveEventHosts;
  identity: Identity;
  reach: Reach;
  proxies: TrustedProxies;
  log: Pick<FastifyBaseLogger, 'error'>;
  config: { allowInsecureConsole: boolean };
}
