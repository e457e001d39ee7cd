import { beforeEach, describe, expect, test } from 'vitest';
import { Reveal } from '../../../client/present/reveal.svelte.ts';
import type { Sighting } from '../../../client/present/reveal.ts';
import type { AskingId } from '../../../shared/ids.ts';

const sighting = (more: Partial<Sighting> = {}): Sighting => ({
  askingId: 'a' as AskingId,
  isRevealed: false,
  areBarsDrawn: false,
  hasLastTime: false,
  ...more,
});
const revealed = (more: Partial<Sighting> = {}) =>
  sighting({ isRevealed: true, areBarsDrawn: true, ...more });

/** Lets a time pass by hand. */
class Clock {
  now = 0;
  #waiting: { at: number; act: () => void }[] = [];

  readonly later = (act: () => void, ms: number) => {
    const entry = { at: this.now + ms, act };
    this.#waiting.push(entry);
    return () => (this.#waiting = this.#waiting.filter((other) => other !== entry));
  };

  goTo(at: number): void {
    this.now = at;
    const due = this.#waiting.filter((entry) => entry.at <= at);
    this.#waiting = this.#waiting.filter((entry) => entry.at > at);
    for (const { act } of due) act();
  }
}

let clock: Clock;
let reveal: Reveal;

beforeEach(() => {
  clock = new Clock();
  reveal = new Reveal({ later: clock.later, isCalm: () => false });
});

describe('the reveal', () => {
  test('of hidden bars with a last time: first then, then now', () => {
    reveal.follow(sighting());
    reveal.follow(revealed({ hasLastTime: true }));
    const seen = [0, 299, 300, 1199, 1200, 2099, 2100, 2799, 2800].map((at) => {
      clock.goTo(at);
      return reveal.step;
    });
    expect(seen).toEqual([
      'question',
      'question',
      'then',
      'then',
      'bars',
      'bars',
      'order',
      'order',
      'sentence',
    ]);
  });

  test('of visible bars begins at the sort, last time or not', () => {
    reveal.follow(sighting({ areBarsDrawn: true }));
    reveal.follow(revealed({ hasLastTime: true }));
    expect(reveal.step).toBe('order');
  });

  test('of hidden bars: the question steps back, bars grow, rows sort, the sentence comes', () => {
    reveal.follow(sighting());
    expect(reveal.step).toBeNull();
    reveal.follow(revealed());
    const seen = [0, 699, 700, 1899, 1900, 2699, 2700].map((at) => {
      clock.goTo(at);
      return reveal.step;
    });
    expect(seen).toEqual(['question', 'question', 'bars', 'bars', 'order', 'order', 'sentence']);
    expect(reveal.isPlaying).toBe(false);
  });

  test('of bars that the room has seen begins with the order', () => {
    reveal.follow(sighting({ areBarsDrawn: true }));
    reveal.follow(revealed());
    expect(reveal.step).toBe('order');
    clock.goTo(800);
    expect(reveal.step).toBe('sentence');
  });

  test('a screen that is loaded when all is revealed shows the end at once', () => {
    reveal.follow(revealed());
    expect(reveal.step).toBe('sentence');
  });

  test('so does one that comes to a revealed stop from another', () => {
    reveal.follow(sighting({ areBarsDrawn: true }));
    reveal.follow(revealed({ askingId: 'b' as AskingId }));
    expect(reveal.step).toBe('sentence');
    reveal.follow(undefined);
    reveal.follow(revealed());
    expect(reveal.step).toBe('sentence');
  });

  test('a tick during it does not begin it anew', () => {
    reveal.follow(sighting());
    reveal.follow(revealed());
    clock.goTo(1000);
    reveal.follow(revealed());
    expect(reveal.step).toBe('bars');
  });

  test('next jumps to the end, and nothing follows from what was under way', () => {
    reveal.follow(sighting());
    reveal.follow(revealed());
    reveal.finish();
    expect(reveal.step).toBe('sentence');
    clock.goTo(5000);
    expect(reveal.step).toBe('sentence');
  });

  test('reopening in the middle of it takes all of it back', () => {
    reveal.follow(sighting());
    reveal.follow(revealed());
    reveal.follow(sighting({ areBarsDrawn: true }));
    clock.goTo(5000);
    expect(reveal.step).toBeNull();
  });

  test('with less motion asked for, the end stands at once', () => {
    const calm = new Reveal({ later: clock.later, isCalm: () => true });
    calm.follow(sighting());
    calm.follow(revealed());
    expect(calm.step).toBe('sentence');
  });
});
