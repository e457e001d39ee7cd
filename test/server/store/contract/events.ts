import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventId, JoinCode } from '../../../../shared/ids.ts';
import { LOBBY, type Stage } from '../../../../shared/stage.ts';
import type { Store } from '../../../../server/store/store.ts';
import { aUser, anAct, anAsking, anEvent, cast, openRoom } from '../sample.ts';

export function describeEvents(open: () => Promise<Store>): void {
  describe('events', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('an event comes back as it was given', async () => {
      const full = anEvent();
      const bare = anEvent({
        startsOn: null,
        place: null,
        audience: null,
        audienceTags: [],
        roomSize: null,
        isPrivate: true,
        theme: 'dark',
      });
      for (const event of [full, bare]) {
        await store.events.create(event, LOBBY, []);
        expect(await store.events.load(event.id)).toEqual({ event, stage: LOBBY, askings: [] });
        expect(await store.events.idByCode(event.code)).toBe(event.id);
      }
    });

    test('there is no event under an unknown id or code', async () => {
      expect(await store.events.load('none' as EventId)).toBeUndefined();
      expect(await store.events.idByCode('222222' as JoinCode)).toBeUndefined();
    });

    test('an id or a code that is taken is a conflict, and nothing of it is stored', async () => {
      const event = anEvent();
      await store.events.create(event, LOBBY, []);
      const sameCode = anEvent({ code: event.code });
      const refused = { refusal: { code: 'CONTENT_CONFLICT' } };
      await expect(store.events.create(sameCode, LOBBY, [anAct(sameCode.id)])).rejects.toMatchObject(refused);
      await expect(store.events.create({ ...event, code: anEvent().code }, LOBBY, [])).rejects.toMatchObject(
        refused,
      );
      expect(await store.events.load(sameCode.id)).toBeUndefined();
      expect(await store.acts.ofEvent(sameCode.id, 10)).toEqual([]);
    });

    test('events are counted in the order asked for: stops, asked ones, most phones', async () => {
      const { event, question, asking } = await openRoom(store);
      const closed = anAsking(event.id, question.id, { state: 'closed', joined: 3 });
      const waiting = anAsking(event.id, question.id, { state: 'waiting', number: null, openedAt: null });
      await store.events.commit({
        askings: [closed, waiting].map((each) => ({ asking: each, tally: null })),
        acts: [],
      });
      const bare = anEvent();
      await store.events.create(bare, LOBBY, []);
      const ids = [bare.id, event.id, 'none' as EventId];
      const nothing = { stops: 0, asked: 0, phones: 0 };
      expect(await store.events.counts(ids)).toEqual([nothing, { stops: 3, asked: 2, phones: 3 }, nothing]);
      await store.ballots.castAll([1, 2, 3, 4].map((voter) => cast(asking.id, voter)));
      expect(await store.events.counts([event.id])).toEqual([{ stops: 3, asked: 2, phones: 4 }]);
    });

    test('one commit writes event, stage, askings, removals and acts', async () => {
      const { event, question, asking } = await openRoom(store);
      await store.ballots.castAll([cast(asking.id, 1)]);
      const stage: Stage = { ...LOBBY, view: 'asking', version: 8 };
      const second = anAsking(event.id, question.id, { state: 'closed', closedAt: 9, number: 2 });
      const renamed = { ...event, title: 'Renamed', order: [second.id], updatedAt: 77 };
      const tally = { ballots: 3, abstained: 0, counts: { manager: 3 } };
      const act = anAct(event.id, { what: 'event:renamed', at: 99 });
      await store.events.commit({
        event: renamed,
        stage,
        askings: [{ asking: second, tally }],
        removed: [asking.id],
        acts: [act],
      });
      expect(await store.events.load(event.id)).toEqual({
        event: renamed,
        stage,
        askings: [{ asking: second, tally }],
      });
      expect(await store.ballots.count(asking.id)).toBe(0);
      expect((await store.acts.ofEvent(event.id, 1))[0]).toEqual(act);
    });

    test('reopening an asking takes its stored tally away', async () => {
      const { event, asking } = await openRoom(store);
      const tally = { ballots: 1, abstained: 0 };
      await store.events.commit({
        askings: [{ asking: { ...asking, state: 'closed' }, tally }],
        acts: [anAct(event.id)],
      });
      expect((await store.events.load(event.id))?.askings[0]?.tally).toEqual(tally);
      await store.events.commit({ askings: [{ asking, tally: null }], acts: [anAct(event.id)] });
      expect((await store.events.load(event.id))?.askings).toEqual([{ asking, tally: null }]);
    });

    test('a stage alone is written to the event of its act', async () => {
      const { event } = await openRoom(store);
      const stage: Stage = { ...LOBBY, blank: true, version: 2 };
      await store.events.commit({ stage, acts: [anAct(event.id)] });
      expect((await store.events.load(event.id))?.stage).toEqual(stage);
    });

    test('a commit that fails leaves nothing behind', async () => {
      const { event, asking } = await openRoom(store);
      const foreign = anAsking('no-such-event' as EventId, asking.questionId);
      const change = {
        event: { ...event, title: 'Half done' },
        askings: [{ asking: foreign, tally: null }],
        acts: [anAct(event.id)],
      };
      await expect(store.events.commit(change)).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } });
      expect((await store.events.load(event.id))?.event.title).toBe(event.title);
      expect(await store.acts.ofEvent(event.id, 10)).toHaveLength(2);
    });

    test('an event that is gone takes no commit', async () => {
      const event = anEvent();
      await expect(store.events.commit({ event, acts: [anAct(event.id)] })).rejects.toMatchObject({
        refusal: { code: 'NOT_FOUND' },
      });
    });

    test('the code of an event in the bin opens nothing, of an ended one it does', async () => {
      const { event } = await openRoom(store);
      await store.events.commit({ event: { ...event, state: 'ended' }, acts: [] });
      expect(await store.events.idByCode(event.code)).toBe(event.id);
      await store.events.commit({ event: { ...event, deletedAt: 50 }, acts: [] });
      expect(await store.events.idByCode(event.code)).toBeUndefined();
      expect(await store.events.expired(50)).not.toContain(event.id);
      expect(await store.events.expired(51)).toContain(event.id);
    });
  });

  describe('lists of events', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('newest first by day, else by creation; in pages; with or without the bin; or only a member’s', async () => {
      const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
      const events = [
        anEvent({ title: 'c', startsOn: '2026-03-01' }),
        anEvent({ title: 'd', startsOn: '2026-03-01' }),
        anEvent({ title: 'a', startsOn: '2025-01-01' }),
        anEvent({ title: 'b', startsOn: null, createdAt: day('2025-06-01') }),
        anEvent({ title: 'binned', startsOn: '2026-12-01', deletedAt: 5 }),
      ];
      for (const event of events) await store.events.create(event, LOBBY, []);
      const titles: string[][] = [];
      let after: string | null | undefined;
      while (after !== null) {
        const page = await store.events.list({ limit: 3, ...(after === undefined ? {} : { after }) });
        titles.push(page.rows.map(({ title }) => title));
        after = page.next;
      }
      expect(titles).toEqual([['d', 'c', 'b'], ['a']]);
      const bin = await store.events.list({ limit: 10, deleted: true });
      expect(bin).toEqual({ rows: [events[4]], next: null });

      const member = aUser({ role: 'member' });
      await store.users.save(member, anAct());
      const [first] = events;
      if (first) await store.users.setEventRole(member.id, first.id, 'viewer', anAct(first.id));
      expect((await store.events.list({ limit: 10, memberId: member.id })).rows).toEqual([first]);
    });

    test('what is not the end of a page is refused', async () => {
      await expect(store.events.list({ limit: 3, after: 'nonsense' })).rejects.toMatchObject({
        refusal: { code: 'INVALID' },
      });
    });
  });
}
