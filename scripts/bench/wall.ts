import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../shared/ids.ts';
import { spread } from '../crowd/percentile.ts';
import { makeEvent, type BenchEvent } from './api.ts';
import { byTheClock } from './by-the-clock.ts';
import { API_TOKEN, startServer, type Child } from './children.ts';
import { watching } from './cpu.ts';
import { joinRoom } from './joins.ts';
import type { LeanPhone } from './lean-phone.ts';
import type { Measured } from './row.ts';

const PHONES = 500;
/** Each phone asks four, which the wall allows, and backs one in each pass, none of its own. */
const POSTS = 2_000;
const POSTS_A_SECOND = 500;
const BACKINGS = 20_000;
const BACKINGS_A_SECOND = 1_000;
const PAGES = 30;
const LAST_ANSWERS_MS = 3_000;

interface Stretch {
  acks: number[];
  failed: string[];
  generator: number;
}

/** A full wall: two thousand questions asked and backed twenty thousand times by five hundred phones that all look at it. */
export async function measureWall(server: string): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-wall-'));
  const child = await startServer(server, folder);
  try {
    const event = await makeEvent(child.url);
    const { phones, failed } = await joinRoom(child.url, event.code, PHONES, child.pid);
    if (failed.length > 0) throw new Error(`${failed.length} phones could not connect: ${failed[0]}`);
    for (const phone of phones) phone.ask('wall:watch', { order: 'backed' }, () => undefined);
    const ids = Array.from({ length: POSTS }, () => newId((length) => randomBytes(length)));
    const asked = await stretch(child, phones, POSTS_A_SECOND, POSTS, (nth, onAck) =>
      of(phones, nth).ask('post:ask', { id: ids[nth], text: `Question ${nth}: why is that?` }, onAck),
    );
    const backed = await stretch(child, phones, BACKINGS_A_SECOND, BACKINGS, (nth, onAck) =>
      of(phones, nth).ask('post:back', { postId: of(ids, backedBy(nth)), on: true }, onAck),
    );
    const pages = await readPages(child, event);
    for (const phone of phones) phone.close();
    return [
      row(`a question on the wall p99, ${POSTS.toLocaleString('en')} at ${POSTS_A_SECOND}/s`, asked, 100),
      row(
        `a backing p99, ${BACKINGS.toLocaleString('en')} at ${BACKINGS_A_SECOND.toLocaleString('en')}/s, ${PHONES} phones looking`,
        backed,
        100,
      ),
      row('a page of that wall over HTTP p99', pages, 50),
    ];
  } finally {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Phone p asked the posts p, p + 500, …; it backs those of the phones after it. */
function backedBy(nth: number): number {
  const pass = Math.floor(nth / PHONES);
  return (nth % PHONES) + 1 + pass * 7;
}

async function stretch(
  { pid }: Child,
  phones: LeanPhone[],
  perSecond: number,
  times: number,
  act: (nth: number, onAck: (tookMs: number, code?: string) => void) => void,
): Promise<Stretch> {
  const acks: number[] = [];
  const failed: string[] = [];
  const waiting = () => phones.some((phone) => phone.waiting > 0);
  const { generator } = await watching(pid, async () => {
    await byTheClock(perSecond, times, (nth) =>
      act(nth, (tookMs, code) => (code ? failed.push(code) : acks.push(tookMs))),
    );
    const until = performance.now() + LAST_ANSWERS_MS;
    while (waiting() && performance.now() < until) await sleep(10);
  });
  if (waiting()) failed.push('NO_ANSWER');
  return { acks, failed, generator };
}

async function readPages({ url, pid }: Child, { id }: BenchEvent): Promise<Stretch> {
  const acks: number[] = [];
  const headers = { authorization: `Bearer ${API_TOKEN}` };
  const { generator } = await watching(pid, async () => {
    for (let page = 0; page < PAGES; page += 1) {
      const began = performance.now();
      await (await fetch(`${url}/api/v1/events/${id}/posts?limit=100`, { headers })).arrayBuffer();
      acks.push(performance.now() - began);
    }
  });
  return { acks, failed: [], generator };
}

function row(figure: string, { acks, failed, generator }: Stretch, most: number): Measured {
  return {
    figure,
    unit: 'ms',
    ours: [spread(acks)?.p99 ?? Number.NaN],
    floor: [],
    goal: { of: 'ours', most },
    generator: [generator],
    failed: [...new Set(failed)],
  };
}

function of<Item>(items: readonly Item[], nth: number): Item {
  const item = items[nth % items.length];
  if (item === undefined) throw new Error('there is nothing to take from');
  return item;
}
