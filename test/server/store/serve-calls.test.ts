import Database from 'better-sqlite3';
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { Refused } from '../../../shared/result.ts';
import type { Reply } from '../../../server/store/sqlite/calls.ts';
import { CallServer } from '../../../server/store/sqlite/serve-calls.ts';

/** A thread's server over a channel, with a call that fails as told. */
async function serve(isSaving: boolean): Promise<(error?: Error) => Promise<Reply[]>> {
  const { port1, port2 } = new MessageChannel();
  let failure: Error | undefined;
  const run = (): string => {
    if (failure) throw failure;
    return 'saved';
  };
  new CallServer(port1, {
    db: new Database(':memory:'),
    calls: { noun: { run } },
    isSaving,
    within: (call) => call(),
  });
  await once(port2, 'message');
  return async (error) => {
    failure = error;
    const replies: Reply[] = [];
    port2.postMessage({ id: 1, method: 'noun.run', args: [] });
    for (;;) {
      const [reply] = (await once(port2, 'message')) as [Reply];
      replies.push(reply);
      if (reply.kind === 'done' || reply.kind === 'failed') return replies;
    }
  };
}

function sqliteError(code: string): Error {
  return new Database.SqliteError('it said so', code);
}

const DONE: Reply = { kind: 'done', id: 1, result: 'saved' };

test.each([
  ['SQLITE_FULL', 'STORAGE_FULL'],
  ['SQLITE_IOERR_SHMSIZE', 'STORAGE_FULL'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'NOT_FOUND'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'CONTENT_CONFLICT'],
  ['SQLITE_CONSTRAINT_TRIGGER', 'INTERNAL'],
])('%s is refused as %s, and the next call goes on', async (code, expected) => {
  const call = await serve(true);
  expect((await call(sqliteError(code))).at(-1)).toMatchObject({ kind: 'failed', error: { code: expected } });
  expect(await call()).toEqual([DONE]);
});

test('what went wrong inside is logged, not answered', async () => {
  const call = await serve(true);
  const [log, failed] = await call(new Error('a secret of the machine'));
  expect(log).toEqual({ kind: 'log', line: 'noun.run:  a secret of the machine' });
  expect(JSON.stringify(failed)).not.toContain('secret');
});

test.each(['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_WRITE', 'SQLITE_CORRUPT'])(
  'after %s nothing is ever acknowledged again',
  async (code) => {
    const call = await serve(true);
    await call(sqliteError(code));
    for (let again = 0; again < 3; again += 1) {
      const [reply] = await call();
      expect(reply).toMatchObject({
        kind: 'failed',
        error: { code: 'INTERNAL', message: expect.stringContaining('The disk failed') as string },
      });
    }
  },
);

test('a reader goes on after a failed read', async () => {
  const call = await serve(false);
  await call(sqliteError('SQLITE_IOERR_READ'));
  expect(await call()).toEqual([DONE]);
});

test('a refusal travels as it is', async () => {
  const call = await serve(true);
  const errors = [{ path: 'after', message: 'no' }];
  expect(await call(new Refused('INVALID', 'Not so.', { errors }))).toEqual([
    { kind: 'failed', id: 1, error: { code: 'INVALID', message: 'Not so.', errors } },
  ]);
});
