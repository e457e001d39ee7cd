import { describe, expect, test } from 'vitest';
import { BallotCourier, HTTP_AFTER_MS, type Route } from '../../../client/line/ballot-courier.ts';
import { Outbox, type OutboxEntry } from '../../../client/line/outbox.ts';
import type { Receipt } from '../../../shared/ballot.ts';
import type { AskingId } from '../../../shared/ids.ts';
import { ok, refused, type Refusal, type Result } from '../../../shared/result.ts';
import { keptIn } from './kept.ts';

type Answer = Result<Receipt> | undefined;
const X = 'x' as AskingId;
const receipt = (revision: number) => ok<Receipt>({ revision, castAt: 77, saved: true });

/** A phone without a page: what is sent waits here to be answered. */
class Phone {
  isLive = true;
  now = 1000;
  readonly outbox = new Outbox(keptIn(new Map()), 'key');
  readonly sent: { route: string; entry: OutboxEntry; answer: (answer: Answer) => Promise<void> }[] = [];
  readonly refused: [OutboxEntry, Refusal][] = [];
  readonly courier = new BallotCourier(this.outbox, {
    isLive: () => this.isLive,
    overSocket: this.#route('socket'),
    overHttp: this.#route('http'),
    now: () => this.now,
    random: () => 0,
    changed: () => {},
    refused: (entry, why) => this.refused.push([entry, why]),
  });

  say(option: string): OutboxEntry {
    const words = { prompt: 'Which?', words: [option], saidAt: this.now };
    return this.outbox.put({ askingId: X, answer: { option }, ...words });
  }

  /** Route and revision of everything sent so far. */
  get log(): string[] {
    return this.sent.map(({ route, entry }) => `${route} ${entry.revision}`);
  }

  #route(route: string): Route {
    return (entry) =>
      new Promise((resolve) => {
        const answer = async (given: Answer) => {
          resolve(given);
          for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        };
        this.sent.push({ route, entry, answer });
      });
  }
}

test('[LP9] over a live line an answer goes at once, and is out when the receipt comes', async () => {
  const phone = new Phone();
  phone.say('a');
  phone.courier.carry();
  expect(phone.log).toEqual(['socket 1']);
  expect(phone.outbox.pendingOf(X)).toMatchObject({ triedAt: 1000 });
  await phone.sent[0]?.answer(receipt(1));
  expect(phone.outbox.pending).toEqual([]);
  expect(phone.outbox.storedOf(X)).toEqual({ askingId: X, revision: 1, answer: { option: 'a' }, castAt: 77 });
});

test('the same answer is under way once, however often it is due', () => {
  const phone = new Phone();
  phone.say('a');
  for (let i = 0; i < 5; i += 1) phone.courier.carry();
  phone.courier.hurry();
  expect(phone.log).toEqual(['socket 1']);
});

describe('without a live line', () => {
  test('it waits a little, then goes over plain HTTP', () => {
    const phone = new Phone();
    phone.isLive = false;
    phone.say('a');
    phone.now += HTTP_AFTER_MS - 1;
    phone.courier.carry();
    expect(phone.log).toEqual([]);
    phone.now += 1;
    phone.courier.carry();
    phone.courier.carry();
    expect(phone.log).toEqual(['http 1']);
  });

  test('and is not held up by a socket that broke while it was on its way', async () => {
    const phone = new Phone();
    phone.say('a');
    phone.courier.carry();
    phone.isLive = false;
    phone.now += HTTP_AFTER_MS;
    await phone.sent[0]?.answer(undefined);
    phone.courier.carry();
    expect(phone.log).toEqual(['socket 1', 'http 1']);
    await phone.sent[1]?.answer(receipt(1));
    expect(phone.outbox.pending).toEqual([]);
  });
});

describe('a refusal that may pass', () => {
  test.each([
    undefined,
    refused('BUSY'),
    refused('STORAGE_FULL'),
    refused('RESTARTING'),
    refused('RATE_LIMITED'),
  ])('keeps the answer, and it is sent again later: %o', async (answer) => {
    const phone = new Phone();
    phone.say('a');
    phone.courier.carry();
    await phone.sent[0]?.answer(answer);
    phone.now += 499;
    phone.courier.carry();
    expect(phone.log).toEqual(['socket 1']);
    phone.now += 1;
    phone.courier.carry();
    expect(phone.log).toEqual(['socket 1', 'socket 1']);
    expect(phone.refused).toEqual([]);
  });

  test('does not make a wish of the voter wait', async () => {
    const phone = new Phone();
    phone.say('a');
    phone.courier.carry();
    await phone.sent[0]?.answer(refused('BUSY'));
    phone.courier.hurry();
    expect(phone.log).toEqual(['socket 1', 'socket 1']);
  });
});

describe('[LP9] a refusal for good', () => {
  test.each(['ASKING_CLOSED', 'ANSWER_INVALID', 'NOT_FOUND', 'FORBIDDEN', 'TOO_LARGE'] as const)(
    '%s takes the answer out, and is said',
    async (code) => {
      const phone = new Phone();
      const entry = phone.say('a');
      phone.courier.carry();
      await phone.sent[0]?.answer(refused(code));
      expect(phone.outbox.pending).toEqual([]);
      expect(phone.refused).toMatchObject([[{ revision: entry.revision }, { code }]]);
    },
  );

  test('[BA4] a stale one learns what is stored, and the next answer is newer than that', async () => {
    const phone = new Phone();
    phone.say('a');
    phone.courier.carry();
    const stored = { askingId: X, revision: 4, answer: { option: 'b' }, castAt: 5 };
    await phone.sent[0]?.answer(refused('REVISION_STALE', undefined, { stored }));
    expect(phone.outbox.storedOf(X)).toEqual(stored);
    expect(phone.say('c').revision).toBe(5);
  });

  test('of an answer that was replaced meanwhile is not said: the newer one is still on its way', async () => {
    const phone = new Phone();
    phone.say('a');
    phone.courier.carry();
    phone.say('b');
    phone.courier.carry();
    await phone.sent[0]?.answer(refused('ASKING_CLOSED'));
    expect(phone.refused).toEqual([]);
    expect(phone.outbox.pendingOf(X)?.revision).toBe(2);
    await phone.sent[1]?.answer(receipt(2));
    expect([phone.outbox.pending, phone.outbox.storedOf(X)?.answer]).toEqual([[], { option: 'b' }]);
  });
});

test('receipts that overtake each other leave the newest', async () => {
  const phone = new Phone();
  phone.say('a');
  phone.courier.carry();
  phone.say('b');
  phone.courier.carry();
  await phone.sent[1]?.answer(receipt(2));
  await phone.sent[0]?.answer(receipt(1));
  expect(phone.outbox.storedOf(X)).toMatchObject({ revision: 2, answer: { option: 'b' } });
});

test('answered twice, by socket and by HTTP, it is counted once and refused never', async () => {
  const phone = new Phone();
  phone.say('a');
  phone.courier.carry();
  phone.isLive = false;
  phone.now += HTTP_AFTER_MS;
  phone.courier.carry();
  await phone.sent[1]?.answer(receipt(1));
  phone.isLive = true;
  await phone.sent[0]?.answer(refused('ASKING_CLOSED'));
  expect(phone.refused).toEqual([]);
  expect(phone.outbox.storedOf(X)?.revision).toBe(1);
});
