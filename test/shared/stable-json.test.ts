import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableJson } from '../../shared/stable-json.ts';

test('[BA2] equal answers give equal text, whatever the order of their keys', () => {
  expect(stableJson({ b: { d: 1, c: [2, { f: 3, e: 4 }] }, a: null })).toBe(
    '{"a":null,"b":{"c":[2,{"e":4,"f":3}],"d":1}}',
  );
});

test('the order in a list means something and stays', () => {
  expect(stableJson({ options: ['b', 'a'] })).not.toBe(stableJson({ options: ['a', 'b'] }));
});

test('[BA2] it is JSON of the same value, and blind to the order of keys alone', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = stableJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(stableJson(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)] as const);
  return Object.fromEntries(entries.reverse());
}
