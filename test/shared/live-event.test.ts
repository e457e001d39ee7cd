import { describe, expect, test } from 'vitest';
import { acceptsPhones, changeEventState } from '../../shared/live-event.ts';
import { ok } from '../../shared/result.ts';

describe('[LE1] an event’s state', () => {
  test.each([
    ['draft', 'live'],
    ['live', 'ended'],
    ['ended', 'live'],
    ['draft', 'draft'],
    ['live', 'live'],
    ['ended', 'ended'],
  ] as const)('from %s it may become %s', (from, to) => {
    expect(changeEventState(from, to)).toEqual(ok(to));
  });

  test.each([
    ['draft', 'ended'],
    ['live', 'draft'],
    ['ended', 'draft'],
  ] as const)('from %s never %s', (from, to) => {
    expect(changeEventState(from, to)).toMatchObject({ ok: false, error: { code: 'STATE_CONFLICT' } });
  });
});

describe('[LE2] a code lets phones in', () => {
  const open = { state: 'live', isPrivate: false, deletedAt: null } as const;

  test('from the creation on', () => {
    expect(acceptsPhones(open)).toBe(true);
    expect(acceptsPhones({ ...open, state: 'draft' })).toBe(true);
  });

  test.each([{ state: 'ended' }, { isPrivate: true }, { deletedAt: 5 }] as const)(
    'but not with %o',
    (but) => {
      expect(acceptsPhones({ ...open, ...but })).toBe(false);
    },
  );
});
