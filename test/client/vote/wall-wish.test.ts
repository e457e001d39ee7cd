import { expect, test } from 'vitest';
import { WallWish } from '../../../client/vote/wall-wish.svelte.ts';
import type { WallOnPhones } from '../../../shared/wall.ts';
import { aState, anAskingOnAir } from './sample.ts';

const wall: WallOnPhones = {
  isOpen: true,
  names: 'optional',
  isModerated: false,
  isOnStage: false,
  postId: null,
};
const onStage = { ...wall, isOnStage: true };
const closed = anAskingOnAir({ state: 'closed' });
const open = anAskingOnAir();

test('a phone goes to the wall with the screen, but not away from an open vote', () => {
  const wish = new WallWish();
  expect(wish.isOn(null)).toBe(false);
  expect(wish.isOn(aState(null, { wall }))).toBe(false);
  expect(wish.isOn(aState(closed, { wall: onStage }))).toBe(true);
  expect(wish.isOn(aState(open, { wall: onStage }))).toBe(false);
});

test('what its voter wishes holds until a vote opens or closes, or the wall goes from the screen', () => {
  const wish = new WallWish();
  wish.wish(aState(closed, { wall }), true);
  expect(wish.isOn(aState(closed, { wall }))).toBe(true);
  expect(wish.isOn(aState(open, { wall }))).toBe(false);
  wish.wish(aState(closed, { wall: onStage }), false);
  expect(wish.isOn(aState(closed, { wall: onStage }))).toBe(false);
  expect(wish.isOn(aState(null, { wall: onStage }))).toBe(true);
});

test('another question large on the screen takes nobody away', () => {
  const wish = new WallWish();
  wish.wish(aState(closed, { wall: onStage }), false);
  expect(wish.isOn(aState(closed, { wall: { ...onStage, postId: 'p' as never } }))).toBe(false);
});

test('a wall that is closed is no page, whatever was wished', () => {
  const wish = new WallWish();
  wish.wish(aState(closed, { wall }), true);
  expect(wish.isOn(aState(closed, { wall: null }))).toBe(false);
});
