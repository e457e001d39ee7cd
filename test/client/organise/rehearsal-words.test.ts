import { expect, test } from 'vitest';
import { noticedOf } from '../../../client/organise/run/rehearsal-words.ts';
import { ticketWords } from '../../../client/organise/parts/ticket-words.ts';
import type { AskingId } from '../../../shared/ids.ts';
import type { StopId } from '../../../shared/live-event.ts';
import type { OrderEntry, Stop } from '../../../shared/messages.ts';
import { DEFAULT_REHEARSAL, type RehearsalState } from '../../../shared/rehearsal.ts';

const rehearsal: RehearsalState = { ...DEFAULT_REHEARSAL, tried: [], walked: 0, slowestMs: null };

function asking(label: string): { order: OrderEntry[]; stops: Stop[] } {
  const id = 'x' as AskingId;
  const stop = { id, question: { options: [{ id: 'a', label }] } } as unknown as Stop;
  return {
    order: [{ id: id as StopId, kind: 'asking', askingId: id, prompt: 'Which?' }] as OrderEntry[],
    stops: [stop],
  };
}

const words = (state: RehearsalState, given = asking('Time'), isModerated = true) =>
  noticedOf(state, given.order, given.stops, isModerated).map(({ isFine, words }) => `${isFine} ${words}`);

test('what was not tried is said, and what was', () => {
  expect(words(rehearsal)).toEqual([
    'false Not tried yet: next, back, blank',
    'false No vote counted yet: open a question',
  ]);
  expect(words({ ...rehearsal, tried: ['blank', 'next', 'back'], slowestMs: 214 })).toEqual([
    'true Every key arrived: next, back, blank',
    'true 30 phones: slowest vote counted after 0.2 s',
  ]);
});

test('what may surprise is said of its stop', () => {
  const long = asking('A very long reason that takes more than one line');
  expect(words(rehearsal, long).at(-1)).toMatch(/^false Stop 1: “A very long .* takes two lines/);
  const wall = { order: [{ id: 'wall', kind: 'wall', prompt: '' }] as unknown as OrderEntry[], stops: [] };
  expect(words(rehearsal, wall, false).at(-1)).toContain('nobody reads the questions');
  expect(words(rehearsal, wall, true)).toHaveLength(2);
});

test('tickets: what is none is not said', () => {
  const none = { made: 0, used: 0, unused: 0, refused: 0, duplicates: 0 };
  expect(ticketWords(none)).toEqual(['No tickets yet']);
  expect(ticketWords({ made: 3, used: 1, unused: 2, refused: 1, duplicates: 2 })).toEqual([
    '3 tickets: 1 used, 2 unused',
    '1 try refused',
    '2 tickets on two phones at once',
  ]);
});
