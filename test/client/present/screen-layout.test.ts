import { describe, expect, test } from 'vitest';
import { agoShort } from '../../../client/present/ago-short.ts';
import { qrText, spokenAddress } from '../../../client/present/join-address.ts';
import { MOST_SQUARES, squaresLayout } from '../../../client/present/squares-layout.ts';
import { NARROW, WIDE } from '../../../client/present/stage-frame.ts';
import { titleLayout } from '../../../client/present/title-layout.ts';

/** Every letter as wide as half its height: near enough to the face. */
const measure = (text: string) => text.length * 0.52;

describe('phone squares', () => {
  const box = { width: 296, height: 110, largest: 11.4 };

  test('stand as drawn while they have room', () => {
    expect(squaresLayout(81, box)?.side).toBe(11.4);
  });

  test('get smaller, and always fit', () => {
    for (const count of [100, 150, 200, 250, MOST_SQUARES]) {
      const { side, gap } = squaresLayout(count, box) ?? { side: 99, gap: 0 };
      const columns = Math.floor((box.width + gap) / (side + gap));
      expect(Math.ceil(count / columns) * (side + gap) - gap).toBeLessThanOrEqual(box.height);
    }
  });

  test('above 300 phones a bar stands for them', () => {
    expect(squaresLayout(MOST_SQUARES + 1, box)).toBeNull();
  });
});

describe('question and finding', () => {
  const options = ['One', 'Two'].map((label) => ({ label }));
  const sizeOf = (length: number, frame = WIDE) =>
    titleLayout({ prompt: 'ab cd '.repeat(length / 6), options, sentence: null }, frame, measure).question
      .size;

  test('the longer, the smaller', () => {
    expect([sizeOf(60), sizeOf(90), sizeOf(150)]).toEqual([80, 64, 52]);
    expect([sizeOf(60, NARROW), sizeOf(90, NARROW)]).toEqual([62, 54]);
  });

  test('300 letters leave room for seven options, in both pictures', () => {
    for (const frame of [WIDE, NARROW]) {
      const asked = { prompt: 'ab cd '.repeat(50), options, sentence: null };
      expect(titleLayout(asked, frame, measure).chart).toBeGreaterThan(frame.height / 2);
    }
  });

  test('the place of the sentence is kept from the first moment of the reveal', () => {
    const asked = {
      prompt: 'Which of these?',
      options,
      sentence: 'Two leads among the 60 who answered; 21 have not',
    };
    const { question, sentence } = titleLayout(asked, WIDE, measure);
    expect(question.size).toBe(46);
    expect(sentence).toMatchObject({ size: 68, lines: 2 });
  });
});

test('the QR code says scheme and host in capitals, and keeps the letters of a path', () => {
  expect(qrText('https://ask.example/K7M4QX')).toBe('HTTPS://ASK.EXAMPLE/K7M4QX');
  expect(qrText('http://192.168.1.9:3000/K7M4QX')).toBe('HTTP://192.168.1.9:3000/K7M4QX');
  expect(qrText('https://example.org/ask/K7M4QX')).toBe('HTTPS://EXAMPLE.ORG/ask/K7M4QX');
});

test('the address is said without scheme and code', () => {
  expect(spokenAddress('https://ask.example/K7M4QX')).toBe('ask.example');
  expect(spokenAddress('https://example.org/ask/K7M4QX')).toBe('example.org/ask');
});

test('how old the picture is', () => {
  expect([12, 99, 100, 7200].map(agoShort)).toEqual(['12 s', '99 s', '2 min', '2 h']);
});
