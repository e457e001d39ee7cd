import { describe, expect, test } from 'vitest';
import { backPress, nextPress, type PressAsking, type PressStop } from '../../client/ui/next-press.ts';
import type { AskingId, QuestionId } from '../../shared/ids.ts';
import { LOBBY, type Stage } from '../../shared/stage.ts';
import { aComparison } from '../shared/comparison/a-comparison.ts';

function stop(id: string, state: PressAsking['state'] = 'waiting', shown = false): PressAsking {
  return { id: id as AskingId, state, shown, question: { prompt: `Question ${id}` } };
}

function at(id: string, cover: Partial<Stage> = {}): Stage {
  return { ...LOBBY, view: 'asking', askingId: id as AskingId, ...cover };
}

describe('[ST2] the words of next say what the press does, and what follows', () => {
  test('from the lobby of an event that has not begun', () => {
    expect(nextPress(LOBBY, [stop('a'), stop('b')])).toEqual({
      words: 'Start',
      then: 'then: open voting',
      isIdle: false,
    });
  });

  test('from the lobby when something was asked already, the first stop by its name', () => {
    expect(nextPress(LOBBY, [stop('a', 'closed', true), stop('b')])).toMatchObject({
      words: 'Next: Question a',
      then: 'then: Question b',
    });
  });

  test.each([
    ['waiting', false, 'Open voting', 'then: close and reveal'],
    ['open', false, 'Close and reveal', 'then: Question b'],
    ['open', true, 'Close and reveal', 'then: Question b'],
    ['closed', false, 'Reveal', 'then: Question b'],
    ['closed', true, 'Next: Question b', 'then: open voting'],
  ] as const)('%s, shown %s', (state, shown, words, then) => {
    expect(nextPress(at('a'), [stop('a', state, shown), stop('b')])).toEqual({ words, then, isIdle: false });
  });

  test('opening names the open question it closes', () => {
    expect(nextPress(at('b'), [stop('a', 'open', true), stop('b')]).then).toBe('closes “Question a”');
  });

  test('a cover is put away first, and what lies under it comes next', () => {
    const stops = [stop('a', 'open', true)];
    expect(nextPress(at('a', { blank: true, qr: true }), stops).words).toBe('Show the screen');
    expect(nextPress(at('a', { qr: true }), stops)).toMatchObject({
      words: 'Put the QR away',
      then: 'then: close and reveal',
    });
  });

  test('at the end, and without a question, there is nothing to press', () => {
    expect(nextPress(at('a'), [stop('a', 'closed', true)])).toMatchObject({ words: 'The end', isIdle: true });
    expect(nextPress(LOBBY, [])).toMatchObject({ words: 'Nothing to ask yet', isIdle: true });
  });
});

describe('[ST2] the words of back', () => {
  test('in the lobby there is nothing before', () => {
    expect(backPress(LOBBY, [stop('a')]).isIdle).toBe(true);
  });

  test('a closed question is opened again', () => {
    expect(backPress(at('a'), [stop('a', 'closed', true)]).words).toBe('Back: opens voting again');
  });

  test('from the first stop to the lobby, from another to the one before', () => {
    expect(backPress(at('a'), [stop('a')]).words).toBe('Back: the lobby');
    expect(backPress(at('b'), [stop('a', 'closed', true), stop('b')]).words).toBe('Back: Question a');
  });
});

describe('[ST6] a comparison in the running order', () => {
  const compared: PressStop = { comparison: 'q' as QuestionId, prompt: 'Who leads?' };
  const comparison = aComparison(['February 2019', 'June 2021', '24 November 2026']);
  const onIt = (reached: number): Stage => ({
    ...LOBBY,
    view: 'comparison',
    questionId: 'q' as QuestionId,
    step: reached,
  });

  test('is come to by its question', () => {
    expect(nextPress(at('a'), [stop('a', 'closed', true), compared])).toEqual({
      words: 'Next: over time: Who leads?',
      then: 'then: it builds up, press by press',
      isIdle: false,
    });
    expect(nextPress(at('a'), [stop('a', 'open'), compared])).toMatchObject({
      then: 'then: over time: Who leads?',
    });
  });

  test.each([
    [0, 'Next: June 2021', 'then: 24 November 2026'],
    [1, 'Next: 24 November 2026', 'then: the ranges'],
    [2, 'Next: the ranges', 'then: the sentence'],
    [3, 'Next: the sentence', 'then: Question b'],
    [4, 'Next: Question b', 'then: open voting'],
  ])('at step %i', (reached, words, then) => {
    const stops = [compared, stop('b')];
    expect(nextPress(onIt(reached), stops, comparison)).toEqual({ words, then, isIdle: false });
  });

  test('back takes a step away, then goes to the stop before', () => {
    const stops = [stop('a', 'closed', true), compared];
    expect(backPress(onIt(2), stops, comparison).words).toBe('Back: one step');
    expect(backPress(onIt(0), stops, comparison).words).toBe('Back: Question a');
  });
});
