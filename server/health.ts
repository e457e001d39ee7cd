import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Server } from 'socket.io';
import { Refused } from '../shared/result.ts';
import type { Identity } from './identity.ts';
import { isOwner } from './identity/caller.ts';
import type { Store } from './store/store.ts';

interface HealthParts {
  store: Store;
  identity: Identity;
  io: Server;
  isReady: () => boolean;
}

const hidden = { schema: { hide: true } as object };

/** `/healthz`: the process answers. `/readyz`: the store does too. `/metrics`: for Prometheus, with an owner's token. */
export function addHealth(app: FastifyInstance, { store, identity, io, isReady }: HealthParts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'askagain_' });
  new Gauge({
    name: 'askagain_connections',
    help: 'Phones, screens, remotes and consoles connected now',
    registers: [registry],
    collect() {
      this.set(io.engine.clientsCount);
    },
  });

  app.get('/healthz', hidden, async () => ({ ok: true }));
  app.get('/readyz', hidden, async () => {
    if (!isReady()) throw new Refused('RESTARTING');
    await store.settings.get('voter-key');
    return { ok: true };
  });
  app.get(
    '/metrics',
    { ...hidden, onRequest: async (request) => mustBeOwner(identity, request) },
    async (_request, reply) =>
      reply.header('content-type', registry.contentType).send(await registry.metrics()),
  );
}

async function mustBeOwner(identity: Identity, { headers }: FastifyRequest): Promise<void> {
  const { authorization } = headers;
  const caller = await identity.callerOf({ authorization: authorization ?? '' }, false);
  if (!isOwner(caller)) throw new Refused(caller.kind === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}
