import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { Reach, type ReachParts } from '../../server/reach.ts';

type Interfaces = Record<string, string[]>;

async function aReach(
  interfaces: Interfaces,
  more: Partial<ReachParts> = {},
  kept = new Map<string, string>(),
) {
  const settings = {
    get: (name: string) => Promise.resolve(kept.get(name)),
    put: (name: string, value: string) => Promise.resolve(void kept.set(name, value)),
    putOnce: (_name: string, value: string) => Promise.resolve(value),
  };
  const found = () =>
    Object.fromEntries(
      Object.entries(interfaces).map(([name, addresses]) => [
        name,
        addresses.map((address) => ({
          address,
          family: address.includes(':') ? 'IPv6' : 'IPv4',
          internal: name === 'lo',
        })),
      ]),
    ) as unknown as NodeJS.Dict<NetworkInterfaceInfo[]>;
  const listens = { host: '0.0.0.0', port: 3000, isTls: false };
  return Reach.open({ settings, now: () => 7, interfaces: found, ...listens, ...more });
}

const ROOM = {
  lo: ['127.0.0.1'],
  wlan0: ['192.168.1.5', 'fe80::1'],
  docker0: ['172.17.0.1'],
  eth1: ['10.0.0.7'],
};

describe('under which address phones come', () => {
  test('the room’s network before others; none inside the machine', async () => {
    const reach = await aReach(ROOM);
    expect(reach.url()).toBe('http://192.168.1.5:3000');
    expect(reach.addresses()).toEqual([
      { url: 'http://192.168.1.5:3000', interface: 'wlan0', inUse: true },
      { url: 'http://10.0.0.7:3000', interface: 'eth1', inUse: false },
    ]);
  });

  test('a usual port is not named; TLS is', async () => {
    expect((await aReach(ROOM, { port: 443, isTls: true })).url()).toBe('https://192.168.1.5');
    expect((await aReach(ROOM, { port: 80 })).url()).toBe('http://192.168.1.5');
    expect((await aReach(ROOM, { port: 80, isTls: true })).url()).toBe('https://192.168.1.5:80');
  });

  test('only where it listens; without any network, this machine', async () => {
    expect((await aReach(ROOM, { host: '10.0.0.7' })).addresses()).toHaveLength(1);
    expect((await aReach({ lo: ['127.0.0.1'] })).url()).toBe('http://localhost:3000');
    expect((await aReach({ docker0: ['172.17.0.1'] })).url()).toBe('http://172.17.0.1:3000');
  });

  test('the public address goes before all, and cannot be changed here', async () => {
    const reach = await aReach(ROOM, { publicUrl: 'https://ask.example.org/' });
    expect([reach.url(), reach.isFixed]).toEqual(['https://ask.example.org', true]);
    await expect(reach.choose(null)).rejects.toMatchObject({ refusal: { code: 'STATE_CONFLICT' } });
  });

  test('what was chosen holds over a restart, and one that is gone is told', async () => {
    const kept = new Map<string, string>();
    const reach = await aReach(ROOM, {}, kept);
    await reach.choose('http://10.0.0.7:3000');
    expect(reach.url()).toBe('http://10.0.0.7:3000');
    await expect(reach.choose('http://evil.example')).rejects.toMatchObject({ refusal: { code: 'INVALID' } });
    expect((await aReach(ROOM, {}, kept)).look()).toMatchObject({
      url: 'http://10.0.0.7:3000',
      changedFrom: null,
    });
    const moved = await aReach({ wlan0: ['192.168.1.5'] }, {}, kept);
    expect(moved.look()).toMatchObject({
      url: 'http://192.168.1.5:3000',
      changedFrom: 'http://10.0.0.7:3000',
    });
    await moved.choose(null);
    expect(moved.look().changedFrom).toBeNull();
  });
});

describe('whether phones find it', () => {
  test('the latest tries are kept, and each phone counts once per host', async () => {
    const reach = await aReach(ROOM);
    for (let n = 0; n < 40; n += 1) reach.noteTry('h'.repeat(300), 'a'.repeat(300), n);
    const { tries } = reach.look();
    expect(tries).toHaveLength(30);
    expect(tries[0]).toEqual({ at: 7, host: 'h'.repeat(100), agent: 'a'.repeat(200), ms: 39 });
    for (const phone of ['a', 'b', 'a']) reach.noteJoin('ask.local', phone);
    for (let n = 0; n < 60; n += 1) reach.noteJoin(`host ${n}`, 'a');
    expect(reach.look().joins).toHaveLength(30);
    expect(reach.look().joins[0]).toEqual({ host: 'ask.local', phones: 2 });
  });
});
