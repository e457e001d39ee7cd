import { describe, expect, test } from 'vitest';
import { DEFAULT_SET_UP } from '../../shared/event-set-up.ts';
import { newId, type PostId } from '../../shared/ids.ts';
import { seeded } from '../../scripts/crowd/random.ts';
import { aHost, codeOf } from './a-host.ts';

const random = seeded('wall');
const anId = () => newId<PostId>((length) => Uint8Array.from({ length }, () => Math.floor(random() * 256)));
const moderated = { setUp: { ...DEFAULT_SET_UP, wall: { ...DEFAULT_SET_UP.wall, isModerated: true } } };

function aWall(given: Parameters<typeof aHost>[0] = {}) {
  const clock = { now: 1_000_000 };
  const { host, store } = aHost({ now: () => clock.now, ...given });
  const heard: string[] = [];
  host.listenToWall({
    wallChanged: () => heard.push('wall'),
    postsDecided: (asker) => heard.push(`asker ${asker}`),
  });
  const ask = (phone: string, text = 'Why?', id = anId()) => host.ask(phone, { id, text });
  const asked = async (phone: string, text?: string): Promise<PostId> => {
    const done = await ask(phone, text);
    if (!done.ok) throw new Error(done.error.message);
    return done.value.id;
  };
  return { host, store, clock, heard, ask, asked };
}

describe('the wall of a live event', () => {
  test('[PW11] a post is told when it is on disk, and changes nothing for those who do not look', async () => {
    const { host, store, heard, ask } = aWall();
    const version = host.version;
    const letGo = store.hold();
    const asking = ask('phone');
    expect([host.wall.size, heard]).toEqual([0, []]);
    letGo();
    expect(await asking).toMatchObject({ ok: true, value: { text: 'Why?', state: 'shown', backings: 0 } });
    expect([store.posts.length, heard, host.version]).toEqual([1, ['wall'], version]);
  });

  test('[PW11] what could not be stored is refused, and may be asked again', async () => {
    const { host, store, ask } = aWall();
    const id = anId();
    store.failsWith = new Error('full');
    await expect(ask('phone', 'Why?', id)).rejects.toThrow('full');
    expect(host.wall.size).toBe(0);
    expect(codeOf(await ask('phone', 'Why?', id))).toBe('ok');
  });

  test('[PW11] what comes while others are written goes after them together', async () => {
    const { host, store, asked } = aWall();
    const id = await asked('asker');
    const letGo = store.hold();
    const backings = Array.from({ length: 100 }, (_, n) => host.back(`phone ${n}`, id, true));
    letGo();
    await Promise.all(backings);
    expect(host.wall.view(id).backings).toBe(100);
    expect(store.postGroups).toEqual([1, 1, 99]);
  });

  test('[PW2] the same post is asked once, also twice at the same time', async () => {
    const { host, store, ask } = aWall();
    const id = anId();
    const both = await Promise.all([ask('phone', 'Why?', id), ask('phone', 'Why?', id)]);
    expect([...both, await ask('phone', 'Why?', id)].map(codeOf)).toEqual(['ok', 'ok', 'ok']);
    expect([host.wall.size, store.posts.length]).toEqual([1, 1]);
    expect(codeOf(await ask('phone', 'How?', id))).toBe('CONTENT_CONFLICT');
    expect(codeOf(await ask('other', 'Why?', id))).toBe('CONTENT_CONFLICT');
  });

  test('[PW3] [PW7] one that waits is seen by its asker and by readers', async () => {
    const { host, asked } = aWall({ event: moderated });
    const id = await asked('phone');
    const asker = host.voters.known('phone');
    expect(host.wall.first('backed')).toMatchObject({ total: 0, posts: [] });
    expect(host.wall.desk(null, false)).toMatchObject({ total: 0, askers: 0, queue: null });
    expect(host.wall.desk(null, true).queue).toMatchObject({ waiting: [{ id }], counts: { waiting: 1 } });
    expect(host.wall.mine(asker).mine).toMatchObject([{ id, state: 'waiting' }]);
    expect(host.wall.mine(undefined)).toEqual({ mine: [], backed: [] });
  });

  test('[PW4] the asker is told what was decided, and an act says who did it', async () => {
    const { host, store, heard, asked } = aWall({ event: moderated });
    const id = await asked('phone');
    expect(await host.moderate(id, { state: 'shown', pinned: true }, 'Ada')).toMatchObject({
      ok: true,
      value: { state: 'shown', isPinned: true },
    });
    expect(heard).toEqual(['wall', 'wall', 'asker 1']);
    expect(store.posts[0]?.post).toMatchObject({ state: 'shown', isPinned: true });
    expect(codeOf(await host.moderate(anId(), { state: 'shown' }, 'Ada'))).toBe('NOT_FOUND');
  });

  test('[PW5] a voter backs a post once, and takes it back; nobody their own', async () => {
    const { host, asked } = aWall();
    const id = await asked('asker');
    await Promise.all([host.back('phone', id, true), host.back('phone', id, true)]);
    expect(host.wall.view(id).backings).toBe(1);
    expect(host.wall.mine(host.voters.known('phone')).backed).toEqual([id]);
    expect(await host.back('phone', id, false)).toMatchObject({ ok: true, value: { backings: 0 } });
    expect(codeOf(await host.back('asker', id, true))).toBe('STATE_CONFLICT');
    expect(codeOf(await host.back('phone', anId(), true))).toBe('NOT_FOUND');
  });

  test('[PW5] what is hidden is not backed, and keeps its backings', async () => {
    const { host, asked } = aWall();
    const id = await asked('asker');
    await host.back('phone', id, true);
    await host.moderate(id, { state: 'hidden' }, 'Ada');
    expect(codeOf(await host.back('other', id, true))).toBe('NOT_FOUND');
    await host.moderate(id, { state: 'shown' }, 'Ada');
    expect(host.wall.view(id).backings).toBe(1);
  });

  test('[PW8] too many at the same time count together', async () => {
    const { clock, ask } = aWall();
    const codes = (await Promise.all(Array.from({ length: 7 }, () => ask('phone')))).map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(5);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(2);
    expect(codeOf(await ask('other'))).toBe('ok');
    clock.now += 60_000;
    expect(codeOf(await ask('phone'))).toBe('ok');
  });

  test('[PW9] a closed wall and an ended event take nothing; what was taken still gets its answer', async () => {
    const { host, ask, asked } = aWall({ event: { state: 'live' } });
    const id = anId();
    await ask('phone', 'Why?', id);
    const other = await asked('other');
    await host.change({ setUp: { wall: { ...DEFAULT_SET_UP.wall, isOpen: false } } }, 'Ada');
    expect(codeOf(await ask('phone'))).toBe('STATE_CONFLICT');
    expect(codeOf(await host.back('phone', other, true))).toBe('STATE_CONFLICT');
    expect(codeOf(await ask('phone', 'Why?', id))).toBe('ok');
    await host.change({ setUp: { wall: DEFAULT_SET_UP.wall } }, 'Ada');
    expect(codeOf(await ask('phone'))).toBe('ok');
    await host.setState('ended', 'Ada');
    expect(codeOf(await ask('phone'))).toBe('STATE_CONFLICT');
  });

  test('[ST10] a question stands large while it is on the wall', async () => {
    const { host, asked } = aWall();
    const id = await asked('phone');
    expect(await host.putStage({ view: 'wall', postId: id }, 'Ada')).toMatchObject({
      ok: true,
      value: { view: 'wall', postId: id },
    });
    expect(host.wall.desk(host.stage.postId, false).staged).toMatchObject({ id });
    await host.moderate(id, { answered: true }, 'Ada');
    expect(host.stage.postId).toBe(id);
    const seen = host.stage.version;
    await host.moderate(id, { state: 'hidden' }, 'Ada');
    expect(host.stage).toMatchObject({ view: 'wall', postId: null, version: seen + 1 });
    expect(codeOf(await host.putStage({ view: 'wall', postId: id }, 'Ada'))).toBe('STATE_CONFLICT');
  });

  test('[ST10] next and back walk past its questions', async () => {
    const { host, clock, asked } = aWall();
    const id = await asked('phone');
    await host.addStop('wall' as never, 0, 'Ada');
    const press = async (press: 'next' | 'back') => {
      clock.now += 1000;
      await host.step({ press, version: host.stage.version }, 'Ada');
      return host.stage.view;
    };
    expect(await press('next')).toBe('wall');
    await host.putStage({ view: 'wall', postId: id }, 'Ada');
    expect(await press('next')).toBe('asking');
    expect(host.stage.postId).toBeNull();
    expect([await press('back'), await press('back'), host.stage.postId]).toEqual(['wall', 'lobby', null]);
  });

  test('is as it was after it was loaded again, and gives no number away', async () => {
    const { host, store, asked } = aWall();
    const id = await asked('asker');
    await host.back('phone', id, true);
    const again = aHost();
    again.store.posts.push(...structuredClone(store.posts));
    await again.host.start();
    expect(again.host.wall.view(id)).toEqual(host.wall.view(id));
    expect(again.host.voters.numberOf('newcomer')).toBe(3);
  });
});
