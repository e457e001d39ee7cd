import { expect, test } from 'vitest';
import { countLeft, neighbour, nextLeft } from '../../../client/line/own-way.ts';
import type { AskingId } from '../../../shared/ids.ts';

const [A, B, C] = ['a', 'b', 'c'] as AskingId[] as [AskingId, AskingId, AskingId];
const open = [A, B, C].map((id) => ({ id, state: 'open' as const }));

test('[SP3] on to the next that is left, round to those that were passed over', () => {
  expect(nextLeft(open, new Set([A]), A)).toBe(B);
  expect(nextLeft(open, new Set([B, C]), C)).toBe(A);
  expect(nextLeft(open, new Set(), null)).toBe(A);
});

test('[SP3] to the end when nothing is left, and never to what is closed', () => {
  expect(nextLeft(open, new Set([A, B, C]), B)).toBeNull();
  const closed = open.map((step) => ({ ...step, state: step.id === B ? ('closed' as const) : step.state }));
  expect(nextLeft(closed, new Set([A]), A)).toBe(C);
  expect(countLeft(closed, new Set([A]))).toBe(1);
});

test('back and forth: past the last one stands the end', () => {
  expect(neighbour(open, A, 1)).toBe(B);
  expect(neighbour(open, C, 1)).toBeNull();
  expect(neighbour(open, null, -1)).toBe(C);
});
