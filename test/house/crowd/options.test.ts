import { describe, expect, test } from 'vitest';
import { readLean, readOptions, WrongUsage } from '../../../scripts/crowd/options.ts';
import { splitPhones } from '../../../scripts/crowd/split-crowd.ts';

const read = (typed: string) => readOptions(typed.split(' '), () => 42);

describe('options of the crowd', () => {
  test('what the contract shows is enough', () => {
    expect(read('--phones 200 --code ABC123')).toEqual({
      phones: 200,
      code: 'ABC123',
      url: 'http://127.0.0.1:3000',
      seconds: 45,
      joinSeconds: 7,
      seed: 42,
      pace: 'human',
      lean: {},
      json: false,
    });
  });

  test('everything can be said', () => {
    const typed =
      '--phones 20000 --code k7m-4qx --url https://ask.example.org/ --seconds 1.5 --join-seconds 0 --seed 0 --pace fast --json';
    expect(read(typed)).toMatchObject({
      phones: 20_000,
      code: 'K7M4QX',
      url: 'https://ask.example.org',
      seconds: 1.5,
      joinSeconds: 0,
      seed: 0,
      pace: 'fast',
      json: true,
    });
  });

  test('help is asked for without anything else', () => {
    expect(read('--help')).toBe('help');
  });

  test.each([
    ['--code ABC123', '--phones'],
    ['--phones 5', '--code'],
    ['--phones 0 --code ABC123', '--phones'],
    ['--phones 20001 --code ABC123', '--phones'],
    ['--phones 1.5 --code ABC123', '--phones'],
    ['--phones five --code ABC123', '--phones'],
    ['--phones 5 --code ABC123 --url ftp://x', '--url'],
    ['--phones 5 --code ABC123 --url localhost', '--url'],
    ['--phones 5 --code ABC123 --pace slow', '--pace'],
    ['--phones 5 --code ABC123 --seconds 0', '--seconds'],
    ['--phones 5 --code ABC123 --lean A', '--lean'],
    ['--phones 5 --code ABC123 --speed 3', '--speed'],
    ['--phones 5 --code ABC123 more', 'more'],
  ])('"%s" is refused, naming %s', (typed, named) => {
    expect(() => read(typed)).toThrow(WrongUsage);
    expect(() => read(typed)).toThrow(named);
  });

  test('a lean is read with spaces, in any case, and with an equals sign in the label', () => {
    expect(readLean('Product Manager=0.45, E=mc2=.3')).toEqual({ 'product manager': 0.45, 'e=mc2': 0.3 });
  });

  test.each(['A=2', 'A=-1', 'A=', '=0.5', 'A=0.6,B=0.5'])('the lean "%s" is refused', (text) => {
    expect(() => readLean(text)).toThrow(WrongUsage);
  });

  test('a large crowd is split without losing or doubling a phone', () => {
    const parts = splitPhones({ url: '', code: '', phones: 2_501 });
    const numbers = parts.flatMap(({ firstPhone = 0, phones }) =>
      Array.from({ length: phones }, (_, at) => firstPhone + at),
    );
    expect(new Set(numbers).size).toBe(2_501);
    expect(numbers).toHaveLength(2_501);
  });
});
