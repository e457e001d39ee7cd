import { DEFAULT_CONDITIONS } from '../../../shared/asking.ts';
import { compare, type CompareAsk } from '../../../shared/comparison/compare.ts';
import type { Comparison } from '../../../shared/comparison/comparison.ts';
import type { ComparedPoint } from '../../../shared/comparison/compared-point.ts';
import { asked, day, given, offered, reported, UNREPORTED } from '../comparison/points.ts';

export const PROMPT = 'Who would you put in charge of a digital learning function?';

/** Sets points side by side as the server does. */
export function compared(points: ComparedPoint[], ask: Partial<CompareAsk> = {}): Comparison {
  return compare({ id: 'question-4', type: 'single', prompt: PROMPT, version: 3 }, points, {
    base: 'cast',
    pairs: [],
    crossed: new Map(),
    ...ask,
  });
}

const PC = 'Performance Consultant';
const ROLES = ['Product Manager', PC, 'Designer', 'Marketing', 'Content Producer', 'Data', 'Social'];

/** The founding story as the demo tells it. */
export function demoPoints(): ComparedPoint[] {
  return [
    reported(
      'LPI event',
      { date: '2019-02-01', precision: 'month' },
      ROLES.map((role) => {
        const known = role === PC ? given(0.85, 0.95, 0.9) : UNREPORTED;
        const words = role === PC ? '90 % or so' : role === 'Product Manager' ? 'little support' : null;
        return { ...offered(role, known), words };
      }),
      {
        exactness: 'remembered',
        answered: { low: 80, high: 120 },
        method: 'a question to the room',
        audience: 'leaders in learning',
        audienceTags: ['leaders in learning'],
      },
    ),
    reported(
      'LinkedIn poll',
      day('2021-06-21'),
      [offered('Product Manager', 23), offered(PC, 17), offered('Designer', 7), offered('Data', 3)],
      {
        answered: { low: 50, high: 50 },
        interim: true,
        method: 'LinkedIn poll',
        audience: 'open to anyone',
        source: { url: 'https://example.org/poll', note: 'split made up for the demonstration' },
      },
    ),
    asked(
      'lounge',
      '2026-11-24',
      {
        'Product Manager': 14,
        [PC]: 30,
        Designer: 9,
        Marketing: 4,
        'Content Producer': 5,
        Data: 11,
        Social: 5,
      },
      {
        label: 'Learning Lounge Live',
        place: 'London',
        audience: 'leaders in learning',
        audienceTags: ['leaders in learning'],
        prompt: PROMPT,
        version: 3,
        joined: 81,
        roomSize: { low: 90, high: 90 },
        conditions: {
          barsVisible: true,
          lastResultVisible: false,
          shuffled: false,
          changeAllowed: true,
          seconds: 90,
          ...DEFAULT_CONDITIONS,
        },
        source: { note: 'all votes made up for the demonstration' },
      },
    ),
  ];
}

export function demoComparison(ask: Partial<CompareAsk> = {}): Comparison {
  return compared(demoPoints(), ask);
}

/** Eight times asked of three kinds of audience. */
export function manyTimes(): ComparedPoint[] {
  const room = (id: string, date: string, x: number, n: number, tag: string) =>
    asked(id, date, { 'Product Manager': x, [PC]: n - x }, { audienceTags: [tag], label: `Room ${id}` });
  const poll = (id: string, date: string, x: number, n: number) =>
    reported(id, day(date), [offered('Product Manager', x), offered(PC, n - x)], {
      answered: { low: n, high: n },
      audienceTags: ['open polls'],
      wordingNumber: 1,
    });
  return [
    demoPoints()[0] as ComparedPoint,
    poll('LinkedIn poll', '2021-06-21', 23, 50),
    poll('second poll', '2024-01-10', 38, 100),
    room('a', '2024-03-01', 6, 142, 'leaders in learning'),
    room('b', '2024-09-09', 33, 54, 'product people'),
    room('c', '2025-05-16', 15, 164, 'leaders in learning'),
    room('d', '2026-06-01', 33, 60, 'product people'),
    room('e', '2026-11-24', 14, 78, 'leaders in learning'),
  ];
}
