import { describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/messages.ts';
import * as schemas from '../../shared/schemas.ts';
import { CASES, ID, SECRET } from './schema-cases.ts';

interface Taken {
  safeParse(value: unknown): { success: boolean; data?: unknown };
}

function named(name: string): Taken {
  return (schemas as unknown as Record<string, Taken>)[name] ?? { safeParse: () => ({ success: false }) };
}

const all = Object.entries(CASES);
const pairs = <K extends 'takes' | 'refuses'>(key: K) =>
  all.flatMap(([name, it]) => it[key].map((value) => [name, value] as const));

test('every schema of something that comes in stands in this list', () => {
  const exported = Object.entries(schemas as object).filter(([, value]) => 'safeParse' in Object(value));
  const listed = [...Object.keys(CASES), 'handshake', 'day'];
  expect(exported.map(([name]) => name).sort()).toEqual(listed.sort());
});

describe('[LP11] what comes in', () => {
  test.each(pairs('takes'))('%s takes %j', (name, value) => {
    expect(named(name).safeParse(value)).toMatchObject({ success: true });
  });

  test.each(pairs('refuses'))('%s refuses %j', (name, value) => {
    expect(named(name).safeParse(value).success).toBe(false);
  });

  test.each(pairs('takes'))('%s refuses %j with an unknown key', (name, value) => {
    expect(named(name).safeParse({ ...(value as object), more: 1 }).success).toBe(false);
  });

  test.each(
    all.flatMap(([name]) => [null, undefined, 5, 'text', [], true].map((value) => [name, value] as const)),
  )('%s refuses %j', (name, value) => expect(named(name).safeParse(value).success).toBe(false));
});

test('texts lose the spaces around them', () => {
  expect(schemas.eventBody.parse({ title: ' E ' })).toEqual({ title: 'E' });
});

describe('a day', () => {
  test.each(['2024-02-29', '1999-12-31'])('%s is one', (day) => expect(schemas.day.parse(day)).toBe(day));

  test.each(['2023-02-29', '2026-04-31', '2026-00-10', '2026-1-1', '2026-05-04T10:00', '', 20260504])(
    '%s is none',
    (day) => expect(schemas.day.safeParse(day).success).toBe(false),
  );
});

describe('[LP11] a handshake', () => {
  const voter = { protocol: PROTOCOL_VERSION, as: 'voter', eventId: ID, token: SECRET };
  const screen = { protocol: PROTOCOL_VERSION, as: 'presenter', eventId: ID, page: 'screen' };

  test.each([voter, screen, { ...screen, token: SECRET }])('%j is taken', (auth) => {
    expect(schemas.handshake.parse(auth)).toEqual(auth);
  });

  test.each([
    { ...voter, as: 'owner' },
    { ...voter, token: undefined },
    { ...voter, token: 'x'.repeat(65) },
    { ...screen, page: 'fridge' },
    { ...screen, eventId: 5 },
    null,
  ])('%j is not', (auth) => expect(schemas.handshake.safeParse(auth).success).toBe(false));

  test('of a newer page is still read, so that it can be told that it does not fit', () => {
    expect(schemas.handshake.parse({ ...voter, protocol: 99, camera: true })).toEqual({
      ...voter,
      protocol: 99,
    });
  });
});
