import { describe, expect, test } from 'vitest';
import { keptStore, readKept } from '../../../client/line/kept-store.ts';
import { keptIn, storageOf } from './kept.ts';

function forbidden(): never {
  throw new DOMException('forbidden', 'SecurityError');
}

test('what is set is kept in the browser’s storage, and gone from it when removed', () => {
  const real = new Map<string, string>();
  const store = keptStore(() => storageOf(real));
  store.set('a', '1');
  expect([real.get('a'), store.get('a'), store.get('b')]).toEqual(['1', '1', null]);
  store.remove('a');
  expect([real.has('a'), store.get('a')]).toEqual([false, null]);
});

describe('nothing throws, and nothing is lost while the page stands', () => {
  test.each([
    ['a storage that may not be touched', forbidden],
    ['one that is full', () => ({ ...storageOf(new Map()), setItem: forbidden })],
    [
      'one that takes and gives nothing',
      () => ({ getItem: forbidden, setItem: forbidden, removeItem: forbidden }),
    ],
  ])('%s', (_words, storage) => {
    const store = keptStore(storage as () => Storage);
    expect(store.get('a')).toBeNull();
    store.set('a', '1');
    store.set('a', '2');
    expect(store.get('a')).toBe('2');
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });
});

test('a full storage that holds an older word does not go over the newer one', () => {
  const real = storageOf(new Map([['a', 'old']]));
  const store = keptStore(() => ({ ...real, setItem: forbidden }));
  store.set('a', 'new');
  expect(store.get('a')).toBe('new');
});

test('what another tab has written since is read', () => {
  const real = new Map<string, string>();
  const [one, other] = [keptStore(() => storageOf(real)), keptStore(() => storageOf(real))];
  one.set('a', '1');
  other.set('a', '2');
  expect(one.get('a')).toBe('2');
});

describe('read as JSON', () => {
  test.each([
    ['{"b":2}', { b: 2 }],
    ['not JSON', 'otherwise'],
    ['null', 'otherwise'],
    ['', 'otherwise'],
  ])('%o gives %o', (text, value) => {
    expect(readKept<unknown>(keptIn(new Map([['a', text]])), 'a', 'otherwise')).toEqual(value);
  });

  test('what is not there is what stands for it', () => {
    expect(readKept(keptIn(new Map()), 'a', 'otherwise')).toBe('otherwise');
  });
});
