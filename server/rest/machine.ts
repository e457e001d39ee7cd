import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { newSecret } from '../identity/secrets.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';
import { iso } from '../times.ts';

const machineSchema = z.object({
  version: z.string(),
  databaseBytes: z.int(),
  lastBackupAt: z.nullable(z.string()),
});
const LAST_BACKUP = 'last-backup-at';

/** This machine: its version, its one file, a copy of it. */
export const machineRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, config, now, random } = context;
  const guard = guardOf(context);

  app.get(
    '/machine',
    { onRequest: guard.organiser, schema: { response: { 200: machineSchema } } },
    async () => {
      const lastBackup = await store.settings.get(LAST_BACKUP);
      return {
        version: config.version,
        databaseBytes: await store.size(),
        lastBackupAt: lastBackup ? iso(Number(lastBackup)) : null,
      };
    },
  );

  app.get('/backup', { onRequest: guard.owner }, async (request, reply) => {
    const file = join(config.dataFolder, `sending-${newSecret(random)}.db`);
    await store.backup(file);
    await store.settings.put(LAST_BACKUP, String(now()));
    await store.acts.add({ at: now(), by: byOf(request), what: 'machine:backup', eventId: null, detail: {} });
    const copy = createReadStream(file);
    // Whether it was sent whole or broken off: nothing of it stays beside the database.
    copy.once('close', () => void rm(file, { force: true }).catch(() => undefined));
    return reply
      .header('content-type', 'application/vnd.sqlite3')
      .header('content-disposition', `attachment; filename="askagain-${iso(now()).slice(0, 10)}.db"`)
      .send(copy);
  });
};
