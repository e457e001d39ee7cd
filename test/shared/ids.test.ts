import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, newJoinCode, newOptionId, parseJoinCode, spacedCode } from '../../shared/ids.ts';
import { countingBytes } from './sample.ts';

const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

test('[ID1] an id is 20 letters of base 32, an option’s 10', () => {
  const random = countingBytes();
  expect(newId(random)).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/);
  expect(newOptionId(random)).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  expect(newId(random)).not.toBe(newId(random));
});

describe('[ID2] a join code', () => {
  test('is six letters that cannot be mistaken for one another', () => {
    const random = countingBytes();
    for (let i = 0; i < 200; i += 1) expect(newJoinCode(random)).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
    expect(CODE_LETTERS).not.toMatch(/[01OILU]/);
  });

  test('has every letter as often: bytes that would favour the first ones are thrown away', () => {
    const counts = new Map<string, number>();
    const random = countingBytes();
    for (let i = 0; i < 40 * 5; i += 1)
      for (const letter of newJoinCode(random)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect([...counts.keys()].sort().join('')).toBe(CODE_LETTERS);
    expect(new Set(counts.values())).toEqual(new Set([40]));
  });

  test('is never the name of a page', () => {
    const assets = [...'ASSETS'].map((letter) => CODE_LETTERS.indexOf(letter));
    const bytes = [...assets, 0, 1, 2, 3, 4, 5];
    expect(newJoinCode((length) => Uint8Array.from(bytes.splice(0, length)))).toBe('234567');
  });
});

describe('[ID3] a typed code', () => {
  test.each(['k7m 4qx', 'K7M4QX', ' K7M-4QX ', 'k 7 m 4 q x', 'K7M\u00a04QX'])('%o is read', (typed) => {
    expect(parseJoinCode(typed)).toBe('K7M4QX');
  });

  test.each(['', 'K7M4Q', 'K7M4QXX', 'K7M4Q0', 'K7M4QO', 'K7M4QI', 'K7M4Q1', 'K7M4QL', 'K7M4QU', '/K7M4Q'])(
    '%o cannot be one',
    (typed) => expect(parseJoinCode(typed)).toBeUndefined(),
  );

  test('as people read it aloud, it is read again', () => {
    expect(spacedCode('K7M4QX')).toBe('K7M 4QX');
    const codes = fc.string({ unit: fc.constantFrom(...CODE_LETTERS), minLength: 6, maxLength: 6 });
    fc.assert(fc.property(codes, (code) => parseJoinCode(spacedCode(code).toLowerCase()) === code));
  });
});
