import { describe, expect, test } from 'vitest';
import {
  asideHeading,
  asideKind,
  asideNote,
  ghostOf,
  goneWords,
  keyLine,
  lastWords,
  movedCell,
  underWords,
} from '../../../../client/questions/choice/last-time-rows.ts';
import { say } from '../../../../shared/words/comparison-words.ts';
import { measure } from '../../ui/measure.ts';
import type { LastTime, LastTimeOption, Shift } from '../../../../shared/comparison/last-time.ts';

function then(state: LastTimeOption['state'], more: Partial<LastTimeOption> = {}): LastTimeOption {
  return { optionId: 'a', state, share: null, low: null, high: null, ...more };
}

function lastTime(more: Partial<LastTime> = {}): LastTime {
  return {
    pointId: 'p',
    label: 'Learning Lounge',
    whenText: 'May 2025',
    nText: '164 phones',
    provenance: 'counted-here',
    note: null,
    unlike: [],
    said: {
      when: { date: '2025-05-01', precision: 'month' },
      answered: say('answered.phones', { n: 164 }),
    },
    options: [then('counted', { share: 0.4 })],
    gone: [],
    ...more,
  };
}

function shift(difference: number | null, verdict: Shift['verdict'] = 'chance'): Shift {
  return { optionId: 'a', difference, verdict };
}

describe('what stands right of the bars', () => {
  test('is a shift only where the two are marked alike', () => {
    expect(asideKind(lastTime(), [shift(0.1)])).toBe('shift');
    expect(asideKind(lastTime({ unlike: [say('unlike.wording')] }), [shift(0.1)])).toBe('difference');
  });

  test('is last time alone where options differ, or nothing can be reckoned', () => {
    const unlike = [say('unlike.options')];
    expect(asideKind(lastTime({ unlike, options: [then('new')] }), [shift(0.1)])).toBe('last');
    expect(asideKind(lastTime({ unlike, gone: [{ label: 'B', share: 0.1 }] }), [shift(0.1)])).toBe('last');
    expect(asideKind(lastTime(), null)).toBe('last');
    expect(asideKind(lastTime(), [shift(null)])).toBe('last');
  });

  test('says what it is', () => {
    const alike = lastTime();
    expect(asideHeading(alike, 'last')).toBe('2025');
    expect(asideHeading(alike, 'last', '2025')).toBe('then');
    expect(asideHeading(alike, 'shift')).toBe('shift');
    expect(asideNote(alike, [shift(0.1)])).toBe('Shift in percentage points since May 2025.');
    expect(asideNote(lastTime({ unlike: [say('unlike.wording')] }), [shift(0.1)])).not.toMatch(/shift/i);
  });
});

describe('one option last time', () => {
  test.each([
    [then('counted', { share: 0.456 }), '46'],
    [then('counted', { share: 0 }), '0'],
    [then('given', { share: 0.9, low: 0.85, high: 0.95 }), '90'],
    [then('given', { low: 0.85, high: 0.95 }), '85–95'],
    [then('unreported', { low: 0, high: 0.15 }), 'at most 15'],
    [then('unreported'), '?'],
    [then('new'), 'new'],
    [then('unknown'), '?'],
    [undefined, '?'],
  ])('%o reads %s', (option, words) => expect(lastWords(option)).toBe(words));

  test('what moved is bold where it is clear, and nothing where one side is not known', () => {
    const known = then('counted', { share: 0.4 });
    expect(movedCell(known, shift(0.12, 'shift'))).toEqual({ words: '+12', isClear: true });
    expect(movedCell(known, shift(-0.07))).toEqual({ words: '−7', isClear: false });
    expect(movedCell(known, shift(0.001))).toEqual({ words: '0', isClear: false });
    expect(movedCell(then('new'), undefined)).toEqual({ words: 'new', isClear: false });
    expect(movedCell(then('unknown'), shift(0.1, 'shift'))).toEqual({ words: '?', isClear: false });
  });

  test('its outline is never one at zero for what is not known', () => {
    expect(ghostOf(then('unknown'))).toBeNull();
    expect(ghostOf(then('new'))).toBeNull();
    expect(ghostOf(undefined)).toBeNull();
    expect(ghostOf(then('counted', { share: 0.4 }))).toEqual({ end: 0.4, notches: [0.4], isCertain: true });
    expect(ghostOf(then('given', { low: 0.85, high: 0.95 }))).toEqual({
      end: 0.95,
      notches: [0.85, 0.95],
      isCertain: false,
    });
    expect(ghostOf(then('unreported', { low: 0, high: 0.15 }))).toEqual({
      end: 0.15,
      notches: [],
      isCertain: false,
    });
  });
});

test('what is not offered any more is named', () => {
  expect(goneWords(lastTime())).toBe('');
  const gone = [
    { label: 'Marketing', share: 0.09 },
    { label: 'Social', share: null },
  ];
  expect(goneWords(lastTime({ gone }))).toBe('Offered in May 2025 and not now: Marketing 9 %, Social.');
});

describe('the line above the chart', () => {
  const noted = lastTime({ note: 'Its options and split are made up for the demonstration.' });

  test('says all of it where there is room', () => {
    const key = keyLine(lastTime({ note: 'split made up' }), 'this room, now', 1200, measure);
    expect(key).toEqual({
      now: 'this room, now',
      words: 'Learning Lounge, May 2025, 164 phones; split made up',
      size: 30,
      hasNote: true,
    });
    expect(underWords(noted, true, key)).toBe('');
  });

  test('that numbers are made up is said under the chart where it finds no room above', () => {
    const key = keyLine(noted, 'this room, now', 900, measure);
    expect(key).toMatchObject({ words: 'Learning Lounge, May 2025, 164 phones', hasNote: false });
    const made = 'May 2025: Its options and split are made up for the demonstration.';
    expect(underWords(noted, false, key)).toBe(made);
    const gone = lastTime({ ...noted, gone: [{ label: 'Marketing', share: 0.1 }] });
    expect(underWords(gone, true, key)).toBe(`Offered in May 2025 and not now: Marketing 10 %. ${made}`);
  });

  test('is never wider than its room', () => {
    for (const width of [480, 600, 700, 900]) {
      const key = keyLine(noted, 'this room, now', width, measure);
      const wide = (measure(key.words, 400) + measure(key.now, 400)) * key.size;
      expect(wide).toBeLessThan(width - 168);
    }
  });
});
