import type { ComparedPoint, Known, Offered } from '../../../shared/comparison/compared-point.ts';
import { COUNTED_HERE } from '../../../shared/comparison/asking-point.ts';
import type { When } from '../../../shared/data-point.ts';

/** An option that stands for the option of the same name, in small letters. */
export function offered(label: string, known: Known | number, means = [label.toLowerCase()]): Offered {
  return {
    key: label,
    label,
    means,
    known: typeof known === 'number' ? { kind: 'counted', count: known } : known,
    words: null,
  };
}

export const UNREPORTED: Known = { kind: 'unreported' };

export function given(low: number, high: number, share: number | null = null): Known {
  return { kind: 'given', range: { low, high }, share };
}

export function day(date: string): When {
  return { date, precision: 'day' };
}

/** A time asked here of which every ballot chose one of the options. */
export function asked(
  id: string,
  date: string,
  counts: Record<string, number>,
  more: Partial<ComparedPoint> = {},
): ComparedPoint {
  const n = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    id,
    kind: 'asking',
    isByHand: false,
    label: `Event ${id}`,
    when: day(date),
    at: Date.parse(`${date}T10:00:00Z`),
    audience: null,
    audienceTags: ['leaders'],
    place: null,
    reached: null,
    askedBy: null,
    method: COUNTED_HERE,
    prompt: 'Who?',
    wording: 'exact',
    wordingNumber: 1,
    version: 1,
    interim: false,
    isOpen: false,
    exactness: 'counts',
    base: 'cast',
    isMultiple: false,
    answered: { low: n, high: n },
    joined: n,
    roomSize: null,
    offered: Object.entries(counts).map(([label, count]) => offered(label, count)),
    isOfferKnown: true,
    abstained: null,
    patterns: null,
    conditions: null,
    eventId: `event-${id}`,
    importedFile: null,
    source: null,
    hasEvidence: false,
    ...more,
  };
}

/** A result brought in from elsewhere. */
export function reported(
  id: string,
  when: When,
  options: Offered[],
  more: Partial<ComparedPoint> = {},
): ComparedPoint {
  return {
    ...asked(id, when.date, {}),
    kind: 'data-point',
    label: id,
    when,
    at: Date.parse(`${when.date}T00:00:00Z`),
    audienceTags: ['open poll'],
    method: 'poll',
    prompt: null,
    wording: 'rough',
    wordingNumber: null,
    version: null,
    joined: null,
    offered: options,
    eventId: null,
    ...more,
  };
}

const ROLES = ['PM', 'PC', 'Designer', 'Marketing', 'Content', 'Data', 'Social'];

/** The founding story: remembered, a poll of 50 whose split is made up, and a room of 78. */
export function theStory(): ComparedPoint[] {
  return [
    reported(
      'LPI event',
      { date: '2019-02-01', precision: 'month' },
      ROLES.map((role) => offered(role, role === 'PC' ? given(0.85, 0.95, 0.9) : UNREPORTED)),
      { exactness: 'remembered', answered: { low: 80, high: 120 }, method: 'a question to the room' },
    ),
    reported(
      'LinkedIn poll',
      day('2021-06-21'),
      [offered('PM', 23), offered('PC', 17), offered('Designer', 7), offered('Data', 3)],
      { answered: { low: 50, high: 50 }, interim: true },
    ),
    asked('lounge', '2026-11-24', {
      PM: 14,
      PC: 30,
      Designer: 9,
      Marketing: 4,
      Content: 5,
      Data: 11,
      Social: 5,
    }),
  ];
}
