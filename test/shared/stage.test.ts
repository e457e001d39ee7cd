import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AskingState } from '../../shared/asking.ts';
import type { AskingId, QuestionId } from '../../shared/ids.ts';
import {
  elsewhere,
  LOBBY,
  pressCounts,
  rightToPut,
  step,
  type Press,
  type Stage,
  type StageGoal,
  type StepOutcome,
  type StepStop,
} from '../../shared/stage.ts';

interface AStop {
  id: AskingId;
  state: AskingState;
  shown: boolean;
}

/** One letter a stop: waiting, open, (closed and) hidden, revealed. */
function order(letters: string): AStop[] {
  const states = { w: 'waiting', o: 'open', h: 'closed', r: 'closed' } as const;
  return [...letters].map((letter, at) => ({
    id: idAt(at),
    state: states[letter as keyof typeof states],
    shown: letter === 'r' || letter === 'o',
  }));
}

function idAt(at: number): AskingId {
  return `stop-${at}` as AskingId;
}

function stageAt(at: number, cover: Partial<Stage> = {}): Stage {
  return at < 0 ? { ...LOBBY, ...cover } : { ...LOBBY, view: 'asking', askingId: idAt(at), ...cover };
}

/** What a press does, in a word: "open 1", "go lobby". */
function pressed(letters: string, at: number, press: Press, cover: Partial<Stage> = {}): string {
  return words(step(stageAt(at, cover), order(letters), press));
}

function words(outcome: StepOutcome): string {
  const place = (id: AskingId) => id.replace('stop-', '');
  if ('askingId' in outcome) return `${outcome.kind} ${place(outcome.askingId)}`;
  if (outcome.kind !== 'go') return outcome.kind;
  return goalWords(outcome.to);
}

function goalWords(to: StageGoal): string {
  if (to.view === 'comparison') return `compare ${to.questionId}, ${to.at}`;
  return to.view === 'asking' ? `go ${to.askingId.replace('stop-', '')}` : `go ${to.view}`;
}

describe('[ST1] a press counts once', () => {
  const stage = { ...LOBBY, version: 9 };

  test('when it saw this stage', () => {
    expect(pressCounts(stage, 9, 1000, null)).toBe(true);
    expect(pressCounts(stage, 8, 1000, null)).toBe(false);
    expect(pressCounts(stage, 10, 1000, null)).toBe(false);
  });

  test('and does not follow within 400 ms', () => {
    expect(pressCounts(stage, 9, 1399, 1000)).toBe(false);
    expect(pressCounts(stage, 9, 1400, 1000)).toBe(true);
  });

  test('a clock that was set back swallows none', () => expect(pressCounts(stage, 9, 5, 1000)).toBe(true));
});

describe('[ST2] the table of next and back', () => {
  test.each([
    // stops, where (-1: lobby), next, back
    ['', -1, 'none', 'none'],
    ['ww', -1, 'go 0', 'none'],
    ['rw', -1, 'go 0', 'none'],
    ['ww', 0, 'open 0', 'go lobby'],
    ['rw', 1, 'open 1', 'go 0'],
    ['ow', 1, 'open 1', 'go 0'],
    ['wo', 0, 'go 1', 'go lobby'],
    ['wwo', 1, 'go 2', 'go 0'],
    ['wwo', 0, 'go 1', 'go lobby'],
    ['ow', 0, 'closeAndReveal 0', 'go lobby'],
    ['ro', 1, 'closeAndReveal 1', 'go 0'],
    ['hw', 0, 'reveal 0', 'reopen 0'],
    ['ho', 0, 'reveal 0', 'go lobby'],
    ['oh', 1, 'reveal 1', 'go 0'],
    ['rw', 0, 'go 1', 'reopen 0'],
    ['ro', 0, 'go 1', 'go lobby'],
    ['or', 1, 'none', 'go 0'],
    ['r', 0, 'none', 'reopen 0'],
    ['rr', 1, 'none', 'reopen 1'],
  ])('%o at %i: next %s, back %s', (letters, at, next, back) => {
    expect([pressed(letters, at, 'next'), pressed(letters, at, 'back')]).toEqual([next, back]);
  });

  test('an open vote with hidden bars is closed and revealed all the same', () => {
    const hidden = order('o').map((stop) => ({ ...stop, shown: false }));
    expect(words(step(stageAt(0), hidden, 'next'))).toBe('closeAndReveal 0');
  });

  test.each(['next', 'back'] as const)(
    'blank swallows the %s that ends it, then the QR the one after',
    (press) => {
      expect(pressed('o', 0, press, { blank: true, qr: true })).toBe('unblank');
      expect(pressed('o', 0, press, { qr: true })).toBe('closeQr');
      expect(pressed('', -1, press, { blank: true })).toBe('unblank');
    },
  );

  test('a stop that was removed, and a view that is no stop, are like the lobby', () => {
    expect(words(step({ ...stageAt(0), askingId: 'gone' as AskingId }, order('rw'), 'next'))).toBe('go 0');
    expect(words(step({ ...LOBBY, view: 'wall' }, order('rw'), 'back'))).toBe('none');
  });
});

/** Stops and stage as an outcome leaves them; opening closes the one that was open. */
function after(stops: AStop[], stage: Stage, outcome: StepOutcome): { stops: AStop[]; stage: Stage } {
  const put = (id: AskingId, to: Partial<AStop>) =>
    stops.map((stop) => (stop.id === id ? { ...stop, ...to } : stop));
  switch (outcome.kind) {
    case 'none':
      return { stops, stage };
    case 'unblank':
      return { stops, stage: { ...stage, blank: false } };
    case 'closeQr':
      return { stops, stage: { ...stage, qr: false } };
    case 'go':
      return { stops, stage: { ...stage, ...elsewhere(outcome.to) } };
    case 'build':
      return { stops, stage: { ...stage, step: outcome.step } };
    case 'open':
    case 'reopen': {
      const others = stops.map((stop) =>
        stop.state === 'open' ? { ...stop, state: 'closed' as const } : stop,
      );
      return {
        stage,
        stops: others.map((stop) => (stop.id === outcome.askingId ? { ...stop, state: 'open' } : stop)),
      };
    }
    case 'closeAndReveal':
    case 'reveal':
      return { stage, stops: put(outcome.askingId, { state: 'closed', shown: true }) };
  }
}

/** A running order with at most one open, and a place in it. */
const rooms = fc
  .array(fc.constantFrom('w', 'h', 'r'), { minLength: 1, maxLength: 6 })
  .chain((letters) =>
    fc.tuple(fc.constant(letters), fc.nat(letters.length), fc.integer({ min: -1, max: letters.length - 1 })),
  )
  .map(([letters, openAt, at]) => ({
    letters: letters.map((letter, index) => (index === openAt ? 'o' : letter)).join(''),
    at,
  }));

test('[ST4] no press of back, and no way of presses of back, ends a vote', () => {
  fc.assert(
    fc.property(rooms, fc.nat(10), ({ letters, at }, presses) => {
      let now = { stops: order(letters), stage: stageAt(at) };
      for (let i = 0; i < presses; i += 1) {
        const open = now.stops.find(({ state }) => state === 'open')?.id;
        now = after(now.stops, now.stage, step(now.stage, now.stops, 'back'));
        if (open) expect(now.stops.find(({ state }) => state === 'open')?.id).toBe(open);
      }
    }),
  );
});

test('[ST3] after back from an open vote, next comes back to it and ends nothing', () => {
  fc.assert(
    fc.property(rooms, fc.integer({ min: 1, max: 6 }), ({ letters }, presses) => {
      const openAt = letters.indexOf('o');
      fc.pre(openAt >= 0);
      let now = { stops: order(letters), stage: stageAt(openAt) };
      const press = (which: Press) => (now = after(now.stops, now.stage, step(now.stage, now.stops, which)));
      for (let i = 0; i < presses; i += 1) press('back');
      for (let i = 0; i < 2 * letters.length + 2 && now.stage.askingId !== idAt(openAt); i += 1)
        press('next');
      expect(now.stage.askingId).toBe(idAt(openAt));
      expect(now.stops[openAt]?.state).toBe('open');
    }),
  );
});

test('[ST2] next, pressed often enough, asks and reveals every question and then does nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('w', 'h', 'r'), { minLength: 1, maxLength: 6 }), (letters) => {
      let now = { stops: order(letters.join('')), stage: stageAt(-1) };
      for (let i = 0; i < 3 * letters.length + 1; i += 1)
        now = after(now.stops, now.stage, step(now.stage, now.stops, 'next'));
      expect(now.stops.every(({ state, shown }) => state === 'closed' && shown)).toBe(true);
      expect(step(now.stage, now.stops, 'next')).toEqual({ kind: 'none' });
    }),
  );
});

test('[ST2] back after closing and revealing takes it back: voting is open again', () => {
  fc.assert(
    fc.property(rooms, ({ letters }) => {
      const openAt = letters.indexOf('o');
      fc.pre(openAt >= 0);
      const stops = order(letters);
      const revealed = after(stops, stageAt(openAt), step(stageAt(openAt), stops, 'next'));
      const undone = after(revealed.stops, revealed.stage, step(revealed.stage, revealed.stops, 'back'));
      expect(undone.stops).toEqual(stops);
    }),
  );
});

/** Two comparisons among askings: `q` stands after the first asking, `r` at the end. */
function withComparisons(letters: string): StepStop[] {
  const [first, ...more] = order(letters);
  const comparison = (name: string) => ({ comparison: name as QuestionId });
  return [...(first ? [first] : []), comparison('q'), ...more, comparison('r')];
}

function comparing(name: string, more: Partial<Stage> = {}): Stage {
  return { ...LOBBY, view: 'comparison', questionId: name as QuestionId, ...more };
}

describe('[ST6] a comparison in the running order', () => {
  const press = (stage: Stage, which: Press, letters = 'rw', lastStep = 4) =>
    words(step(stage, withComparisons(letters), which, lastStep));

  test('builds up to its last step, then the next stop comes', () => {
    expect(step(comparing('q'), withComparisons('rw'), 'next', 4)).toEqual({ kind: 'build', step: 1 });
    expect(step(comparing('q', { step: 3 }), withComparisons('rw'), 'next', 4)).toEqual({
      kind: 'build',
      step: 4,
    });
    expect(press(comparing('q', { step: 4 }), 'next')).toBe('go 1');
    expect(press(comparing('r', { step: 4 }), 'next')).toBe('none');
  });

  test('without anything to build up the next stop comes at once', () => {
    expect(press(comparing('q'), 'next', 'rw', 0)).toBe('go 1');
  });

  test('back takes a step away, then goes to the stop before', () => {
    expect(step(comparing('q', { step: 2 }), withComparisons('rw'), 'back', 4)).toEqual({
      kind: 'build',
      step: 1,
    });
    expect(press(comparing('q'), 'back')).toBe('go 0');
    expect(words(step(comparing('q'), [{ comparison: 'q' as QuestionId }], 'back', 4))).toBe('go lobby');
  });

  test('a step that is no more counts as the last', () => {
    expect(press(comparing('q', { step: 9 }), 'next')).toBe('go 1');
    expect(step(comparing('q', { step: 9 }), withComparisons('rw'), 'back', 4)).toEqual({
      kind: 'build',
      step: 3,
    });
  });

  test('going on it is come to at its beginning, going back at its end', () => {
    expect(press(stageAt(0), 'next')).toBe('compare q, first');
    expect(press(stageAt(1), 'back')).toBe('compare q, last');
  });

  test('does nothing to a vote that goes on', () => {
    expect(press(comparing('q', { step: 4 }), 'next', 'ow')).toBe('go 1');
    expect(press(comparing('q'), 'back', 'ow')).toBe('go 0');
  });

  test('one that is no stop is like the lobby', () => {
    expect(press(comparing('x', { step: 4 }), 'next')).toBe('go 0');
    expect(press(comparing('x'), 'back')).toBe('none');
  });
});

describe('[ST7] a comparison over an asking', () => {
  const over = (reached: number) => comparing('q', { askingId: idAt(0), step: reached });

  test('stands where the asking stands', () => {
    expect(words(step(over(0), order('rw'), 'back', 4))).toBe('go 0');
    expect(words(step(over(4), order('rw'), 'next', 4))).toBe('go 1');
  });

  test('is not shown once more where it is the next stop', () => {
    const withNext = (after: string) => withComparisons(`r${after}`);
    expect(words(step(over(4), withNext('w'), 'next', 4))).toBe('go 1');
    expect(words(step(over(4), [...order('r'), { comparison: 'q' as QuestionId }], 'next', 4))).toBe('none');
    expect(words(step(over(4), [...order('r'), { comparison: 'r' as QuestionId }], 'next', 4))).toBe(
      'compare r, first',
    );
  });

  test.each(['o', 'h', 'w'])('comes back to an asking that is not revealed (%s)', (letter) => {
    expect(words(step(over(4), order(`${letter}w`), 'next', 4))).toBe('go 0');
  });
});

describe('[ST8] where a clicker may put the stage', () => {
  const question = 'q' as QuestionId;

  test('dark, home, and the comparison of the question it shows', () => {
    expect(rightToPut(stageAt(0), { view: 'blank' }, question)).toBe('step');
    expect(rightToPut(stageAt(0), { view: 'lobby' }, question)).toBe('step');
    expect(rightToPut(stageAt(0), { view: 'comparison', questionId: 'q' }, question)).toBe('step');
    expect(rightToPut(stageAt(0), { view: 'comparison', questionId: 'r' }, question)).toBe('run');
    expect(rightToPut(LOBBY, { view: 'comparison' }, undefined)).toBe('run');
  });

  test('back from it to the asking under it, and to no other', () => {
    const stage = comparing('q', { askingId: idAt(0) });
    expect(rightToPut(stage, { view: 'asking', askingId: idAt(0) }, question)).toBe('step');
    expect(rightToPut(stage, { view: 'asking', askingId: idAt(1) }, question)).toBe('run');
    expect(rightToPut(stageAt(0), { view: 'asking', askingId: idAt(0) }, question)).toBe('run');
  });
});
