import { describe, expect, test } from 'vitest';
import type { Store, StoredTicket } from '../../../../server/store/store.ts';
import { anAct, anEvent } from '../sample.ts';
import { LOBBY } from '../../../../shared/stage.ts';

const tickets: StoredTicket[] = ['a', 'b'].map((hash, index) => ({
  number: index + 1,
  hash,
  usedAt: null,
  refused: 0,
}));

export function describeTickets(open: () => Promise<Store>): void {
  describe('tickets', () => {
    test('[TK3] are kept with what became of them, and only of their event', async () => {
      const store = await open();
      const [event, other] = [anEvent(), anEvent()];
      for (const each of [event, other]) await store.events.create(each, LOBBY, []);
      await store.tickets.add(event.id, tickets, anAct(event.id));
      const used = { ...tickets[1], usedAt: 7, refused: 2 } as StoredTicket;
      const none = { number: 0, hash: '', usedAt: null, refused: 3 };
      await store.tickets.save(event.id, [used, none]);
      expect(await store.tickets.ofEvent(event.id)).toEqual([none, tickets[0], used]);
      expect(await store.tickets.ofEvent(other.id)).toEqual([]);
      await store.close();
    });

    test('[RE2] their use is cleared with a rehearsal, they are not', async () => {
      const store = await open();
      const event = anEvent();
      await store.events.create(event, LOBBY, []);
      await store.tickets.add(event.id, tickets, anAct(event.id));
      await store.tickets.save(event.id, [{ ...tickets[0], usedAt: 7, refused: 1 } as StoredTicket]);
      await store.events.commit({ event, clears: true, acts: [] });
      expect(await store.tickets.ofEvent(event.id)).toEqual(tickets);
      await store.close();
    });
  });
}
