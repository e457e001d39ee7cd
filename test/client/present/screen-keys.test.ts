import { describe, expect, test } from 'vitest';
import { actOfKey, type KeySight } from '../../../client/present/screen-keys.ts';

const plain = { repeat: false, ctrlKey: false, altKey: false, metaKey: false };
const steps: KeySight = { may: ['watch', 'step'], isBlank: false, hasBigQr: false, hasHelp: false };
const act = (key: string, sight: Partial<KeySight> = {}, press: Partial<typeof plain> = {}) =>
  actOfKey({ key, ...plain, ...press }, { ...steps, ...sight });

describe('keys of the projected screen', () => {
  test.each([
    ['PageDown', 'pressNext'],
    ['ArrowRight', 'pressNext'],
    [' ', 'pressNext'],
    ['PageUp', 'pressBack'],
    ['ArrowLeft', 'pressBack'],
    ['h', 'toggleBars'],
    ['H', 'toggleBars'],
    ['q', 'toggleQr'],
    ['t', 'moreTime'],
    ['f', 'fullScreen'],
    ['F5', 'fullScreen'],
    ['b', 'toggleBlank'],
    ['.', 'toggleBlank'],
    ['Home', 'goToLobby'],
  ])('%s: %s', (key, what) => expect(act(key)).toBe(what));

  test('Esc closes the big QR, and without one is left to the browser: it never ends a vote', () => {
    expect(act('Escape', { hasBigQr: true })).toBe('toggleQr');
    expect(act('Escape')).toBeUndefined();
  });

  test('whichever key ends the blank does nothing else', () => {
    for (const key of ['PageDown', 'x', 'F5', 'Escape', 'Enter'])
      expect(act(key, { isBlank: true, hasBigQr: true })).toBe('toggleBlank');
    expect(act('Shift', { isBlank: true })).toBeUndefined();
  });

  test('a page that may only watch fills the display and nothing else', () => {
    const watching: Partial<KeySight> = { may: ['watch'] };
    expect(act('f', watching)).toBe('fullScreen');
    for (const key of ['PageDown', 'h', 'b', 'q', 'Home', 'Escape'])
      expect(act(key, { ...watching, isBlank: true, hasBigQr: true })).toBeUndefined();
  });

  test('a key that is held down counts once, and does not scroll', () => {
    expect(act('PageDown', {}, { repeat: true })).toBe('nothing');
    expect(act('x', {}, { repeat: true })).toBeUndefined();
  });

  test('the browser keeps its own: Ctrl+F5 loads anew, Ctrl+T opens a tab', () => {
    expect(act('F5', {}, { ctrlKey: true })).toBeUndefined();
    expect(act('t', {}, { ctrlKey: true })).toBeUndefined();
  });
});
