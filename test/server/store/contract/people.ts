import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserId } from '../../../../shared/ids.ts';
import type { Store } from '../../../../server/store/store.ts';
import { aUser, anAct, openRoom } from '../sample.ts';

export function describePeople(open: () => Promise<Store>): void {
  describe('voters, people and tokens', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('a known voter’s hash or number is left as it is', async () => {
      const { event } = await openRoom(store);
      await store.voters.addAll(
        event.id,
        [
          { voter: 1, hash: 'a' },
          { voter: 2, hash: 'b' },
        ],
        5,
      );
      await store.voters.addAll(
        event.id,
        [
          { voter: 1, hash: 'c' },
          { voter: 3, hash: 'b' },
          { voter: 4, hash: 'd' },
        ],
        6,
      );
      const voters = [
        { voter: 1, hash: 'a' },
        { voter: 2, hash: 'b' },
        { voter: 4, hash: 'd' },
      ];
      expect(await store.voters.ofEvent(event.id)).toEqual(voters);
    });

    test('the same hash in another event is another voter', async () => {
      const [one, two] = [await openRoom(store), await openRoom(store)];
      for (const { event } of [one, two])
        await store.voters.addAll(event.id, [{ voter: 1, hash: 'same' }], 5);
      expect(await store.voters.ofEvent(two.event.id)).toEqual([{ voter: 1, hash: 'same' }]);
    });

    test('a user comes back by id and by name in any case; a taken name is a conflict', async () => {
      const user = aUser({ name: 'Zoë Ž' });
      await store.users.save(user, anAct());
      const stored = { ...user, hasPassword: false };
      expect(await store.users.get(user.id)).toEqual(stored);
      expect(await store.users.byName(' zoë ž')).toEqual(stored);
      expect(await store.users.list()).toContainEqual(stored);
      await expect(store.users.save(aUser({ name: 'ZOË Ž' }), anAct())).rejects.toMatchObject({
        refusal: { code: 'CONTENT_CONFLICT' },
      });
      await store.users.save({ ...user, name: 'Zoe', role: 'owner' }, anAct());
      expect(await store.users.get(user.id)).toMatchObject({ name: 'Zoe', role: 'owner' });
      expect(await store.users.byName('Zoë Ž')).toBeUndefined();
    });

    test('setting a password ends the other sessions', async () => {
      const user = aUser();
      await store.users.save(user, anAct());
      await store.users.addSession(`${user.id} kept`, user.id, 100);
      await store.users.addSession(`${user.id} ended`, user.id, 100);
      await store.users.setPassword(user.id, 'scrypt:…', `${user.id} kept`, anAct());
      expect(await store.users.passwordHash(user.id)).toBe('scrypt:…');
      expect(await store.users.bySession(`${user.id} kept`, 99)).toEqual({ ...user, hasPassword: true });
      expect(await store.users.bySession(`${user.id} ended`, 99)).toBeUndefined();
      await store.users.setPassword(user.id, null, null, anAct());
      expect(await store.users.passwordHash(user.id)).toBeUndefined();
      expect(await store.users.bySession(`${user.id} kept`, 99)).toBeUndefined();
    });

    test('a session ends at its time, or when it is ended', async () => {
      const user = aUser();
      await store.users.save(user, anAct());
      await store.users.addSession(`${user.id} s`, user.id, 100);
      expect(await store.users.bySession(`${user.id} s`, 100)).toBeUndefined();
      expect(await store.users.bySession(`${user.id} s`, 99)).toMatchObject({ id: user.id });
      await store.users.endSession(`${user.id} s`);
      expect(await store.users.bySession(`${user.id} s`, 99)).toBeUndefined();
    });

    test('a link is used once, and not after its time', async () => {
      const { event } = await openRoom(store);
      const link = {
        purpose: 'invite',
        userId: null,
        role: 'member',
        eventId: event.id,
        eventRole: 'presenter',
        expiresAt: 100,
      } as const;
      await store.users.addLink('once', link, anAct());
      await store.users.addLink('late', link, anAct());
      expect(await store.users.useLink('once', 99)).toEqual(link);
      expect(await store.users.useLink('once', 99)).toBeUndefined();
      expect(await store.users.useLink('late', 100)).toBeUndefined();
      expect(await store.users.useLink('late', 50)).toBeUndefined();
    });

    test('a part in an event is given, changed and taken', async () => {
      const { event } = await openRoom(store);
      const user = aUser({ role: 'member' });
      await store.users.save(user, anAct());
      await store.users.setEventRole(user.id, event.id, 'viewer', anAct(event.id));
      await store.users.setEventRole(user.id, event.id, 'presenter', anAct(event.id));
      expect(await store.users.eventRole(user.id, event.id)).toBe('presenter');
      expect(await store.users.membersOf(event.id)).toEqual([
        { user: { ...user, hasPassword: false }, role: 'presenter' },
      ]);
      await store.users.setEventRole(user.id, event.id, null, anAct(event.id));
      expect(await store.users.eventRole(user.id, event.id)).toBeUndefined();
      const nobody = store.users.setEventRole('nobody' as UserId, event.id, 'viewer', anAct());
      await expect(nobody).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    });

    test('an API token is found by its hash until revoked, and remembers its last use', async () => {
      const token = { id: 't1', name: 'CI', role: 'organiser', createdAt: 5, lastUsedAt: null } as const;
      await store.tokens.add(token, 'token-hash', anAct());
      expect(await store.tokens.list()).toEqual([token]);
      expect(await store.tokens.byHash('token-hash')).toEqual(token);
      expect((await store.tokens.list())[0]?.lastUsedAt).toEqual(expect.any(Number));
      expect(await store.tokens.byHash('other')).toBeUndefined();
      expect(await store.tokens.revoke('t1', anAct())).toBe(true);
      expect(await store.tokens.revoke('t1', anAct())).toBe(false);
      expect(await store.tokens.byHash('token-hash')).toBeUndefined();
    });

    test('a screen is found by its hash until revoked', async () => {
      const { event } = await openRoom(store);
      const screen = { id: 's1', eventId: event.id, may: 'step', label: 'Hall 2', createdAt: 5 } as const;
      await store.screens.add(screen, 'screen-hash', anAct(event.id));
      expect(await store.screens.byHash('screen-hash')).toEqual(screen);
      expect(await store.screens.ofEvent(event.id)).toEqual([screen]);
      expect(await store.screens.revoke('s1', anAct(event.id))).toBe(true);
      expect(await store.screens.revoke('s1', anAct(event.id))).toBe(false);
      expect(await store.screens.byHash('screen-hash')).toBeUndefined();
    });

    test('acts come newest first, as they were written', async () => {
      const { event } = await openRoom(store);
      const acts = [30, 20, 40].map((at) => anAct(event.id, { at, by: at === 20 ? null : 'Ada' }));
      for (const act of acts) await store.acts.add(act);
      expect(await store.acts.ofEvent(event.id, 3)).toEqual([acts[2], acts[0], acts[1]]);
    });

    test('a setting is put, replaced, or kept at its first value', async () => {
      expect(await store.settings.get('secret')).toBeUndefined();
      expect(await store.settings.putOnce('secret', 'first')).toBe('first');
      expect(await store.settings.putOnce('secret', 'second')).toBe('first');
      await store.settings.put('secret', 'third');
      expect(await store.settings.get('secret')).toBe('third');
    });
  });
}
