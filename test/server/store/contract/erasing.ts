import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../../server/store/store.ts';
import { aUser, anAct, cast, openRoom } from '../sample.ts';

export function describeErasing(open: () => Promise<Store>): void {
  describe('erasing an event', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('takes all of it but its question, and leaves other events alone', async () => {
      const [gone, stays] = [await openRoom(store), await openRoom(store)];
      const user = aUser({ role: 'member' });
      await store.users.save(user, anAct());
      for (const { event, asking } of [gone, stays]) {
        await store.voters.addAll(event.id, [{ voter: 1, hash: 'h' }], 5);
        await store.ballots.castAll([cast(asking.id, 1)]);
        await store.users.setEventRole(user.id, event.id, 'viewer', anAct(event.id));
        await store.screens.add(
          { id: `s-${event.id}`, eventId: event.id, may: 'watch', label: 'Hall', createdAt: 1 },
          `hash-${event.id}`,
          anAct(),
        );
        const link = {
          purpose: 'invite',
          userId: null,
          role: null,
          eventId: event.id,
          eventRole: 'viewer',
          expiresAt: 99,
        } as const;
        await store.users.addLink(`link-${event.id}`, link, anAct(event.id));
      }

      await store.events.erase(
        gone.event.id,
        anAct(null, { what: 'event:erase', detail: { eventId: gone.event.id } }),
      );

      expect(await holdings(store, gone)).toEqual({
        event: undefined,
        voters: 0,
        ballots: 0,
        members: 0,
        screens: 0,
        link: false,
        acts: 0,
      });
      expect(await holdings(store, stays)).toMatchObject({
        voters: 1,
        ballots: 1,
        members: 1,
        screens: 1,
        link: true,
        acts: 4,
      });
      expect(await store.questions.get(gone.question.id)).toEqual(gone.question);
      expect(await store.askings.ofQuestion(gone.question.id)).toEqual([]);
    });

    test('lets a late ballot of it fail alone', async () => {
      const [gone, stays] = [await openRoom(store), await openRoom(store)];
      await store.events.erase(gone.event.id, anAct());
      const outcomes = await store.ballots.castAll([cast(gone.asking.id, 1), cast(stays.asking.id, 1)]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['gone', 'counted']);
      expect(await store.ballots.count(gone.asking.id)).toBe(0);
    });

    test('lets late voters of it fail', async () => {
      const { event } = await openRoom(store);
      await store.events.erase(event.id, anAct());
      const late = store.voters.addAll(event.id, [{ voter: 1, hash: 'h' }], 5);
      await expect(late).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    });
  });
}

async function holdings(
  store: Store,
  { event, asking }: Awaited<ReturnType<typeof openRoom>>,
): Promise<Record<string, unknown>> {
  return {
    event: (await store.events.load(event.id))?.event,
    voters: (await store.voters.ofEvent(event.id)).length,
    ballots: await store.ballots.count(asking.id),
    members: (await store.users.membersOf(event.id)).length,
    screens: (await store.screens.ofEvent(event.id)).length,
    link: (await store.users.useLink(`link-${event.id}`, 0)) !== undefined,
    acts: (await store.acts.ofEvent(event.id, 10)).length,
  };
}
