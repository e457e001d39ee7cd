import { expect, test } from 'vitest';
import { readRoomSize, writeRoomSize } from '../../client/organise/events/room-size.ts';

test.each([
  ['', null],
  ['  ', null],
  ['81', 81],
  ['81 people', 81],
  ['1,200', 1200],
  ['1 200', 1200],
  ['about 300', { low: 280, high: 320 }],
  ['Around 100', { low: 90, high: 110 }],
  ['~40', { low: 37, high: 43 }],
  ['ca. 1000', { low: 930, high: 1070 }],
  ['280 to 320', { low: 280, high: 320 }],
  ['280-320', { low: 280, high: 320 }],
  ['280 – 320 people', { low: 280, high: 320 }],
])('“%s”', (written, value) => {
  expect(readRoomSize(written)).toEqual({ ok: true, value });
});

test.each(['lots', '-5', '3.5', '320 to 280', 'about', '10 or 12'])(
  '“%s” is not understood, and the sentence says what is',
  (written) => {
    const read = readRoomSize(written);
    expect(read.ok).toBe(false);
  },
);

test('what is written can be read again', () => {
  for (const size of [null, { low: 81, high: 81 }, { low: 280, high: 320 }]) {
    const read = readRoomSize(writeRoomSize(size));
    const value = size && size.low === size.high ? size.low : size;
    expect(read).toEqual({ ok: true, value });
  }
});
