import { describe, expect, test } from 'vitest';
import { Ballots } from '../../../scripts/bench/ballots.ts';
import type { LeanPhone, OnAck } from '../../../scripts/bench/lean-phone.ts';
import { readBenchOptions } from '../../../scripts/bench/options.ts';
import { rowOf, type Measured } from '../../../scripts/bench/row.ts';
import { tableLines } from '../../../scripts/bench/table.ts';
import { WrongUsage } from '../../../scripts/crowd/options.ts';

const measured: Measured = {
  figure: 'acknowledgement p99',
  unit: 'ms',
  ours: [30, 20, 400],
  floor: [20, 10, 25],
  goal: { of: 'ratio', most: 2 },
  generator: [0.2, 0.5],
};
const where = {
  commit: 'abc',
  date: '2026-01-02T03:04:05Z',
  node: 'v20',
  cpu: 'X',
  cores: 2,
  phones: 5,
  rounds: 3,
  others: 0.4,
};

describe('rows of the bench', () => {
  test('the ratio is that of the medians, and one bad round decides nothing', () => {
    expect(rowOf(measured)).toMatchObject({ ours: 30, floor: 20, ratio: 1.5, goal: '≤ 2×', verdict: 'met' });
  });

  test('a goal that is not reached is missed', () => {
    expect(rowOf({ ...measured, goal: { of: 'ratio', most: 1.4 } }).verdict).toBe('missed');
    expect(rowOf({ ...measured, goal: { of: 'ours', most: 29 } }).verdict).toBe('missed');
    expect(rowOf({ ...measured, goal: { of: 'ratio', least: 1.6 } }).verdict).toBe('missed');
  });

  test('a row whose generator was busy is void, however good', () => {
    expect(rowOf({ ...measured, generator: [0.2, 0.81] }).verdict).toBe('void');
  });

  test('a row in which nothing was measured is void', () => {
    expect(rowOf({ ...measured, ours: [Number.NaN] }).verdict).toBe('void');
  });

  test('what failed is not met', () => {
    expect(rowOf({ ...measured, failed: ['BUSY'] })).toMatchObject({ verdict: 'missed', failed: ['BUSY'] });
  });

  test('the table names figure, ratio, goal and circumstances', () => {
    const table = tableLines([rowOf(measured)], where).join('\n');
    for (const part of [
      '30.0 ms',
      '20.0 ms',
      '1.50×',
      '≤ 2×',
      'met',
      'Commit abc',
      '3 rounds',
      'Others took 40 %',
    ])
      expect(table).toContain(part);
  });
});

describe('ballots of the bench', () => {
  test('a tally tells how many ballots are in it, replaced ones included', async () => {
    const voted = new Map<number, string>();
    const phones = [0, 1, 2].map((at) => ({
      waiting: 0,
      cast(ballot: { answer: { option: string } }, onAck: OnAck) {
        voted.set(at, ballot.answer.option);
        onAck(1, undefined);
      },
    }));
    const ballots = new Ballots(phones as unknown as LeanPhone[], { id: 'a', options: ['x', 'y', 'z'] });
    const counts = () => {
      const sum: Record<string, number> = { x: 0, y: 0, z: 0 };
      for (const option of voted.values()) sum[option] = (sum[option] ?? 0) + 1;
      return sum;
    };
    expect(ballots.countedIn(counts())).toBe(0);
    let total = 0;
    for (const n of [2, 1, 4, 5, 7]) {
      const { acks, failed } = await ballots.stretch(n * 100, 0.01, process.pid);
      total += n;
      expect(acks).toHaveLength(n);
      expect(failed).toEqual([]);
      expect(ballots.countedIn(counts())).toBe(total);
    }
  });
});

describe('options of the bench', () => {
  test('three rounds, one with --quick', () => {
    expect(readBenchOptions([])).toMatchObject({ rounds: 3, phones: 2_000 });
    expect(readBenchOptions(['--quick', '--json', 'out.json'])).toMatchObject({
      rounds: 1,
      json: 'out.json',
    });
    expect(readBenchOptions(['--help'])).toBe('help');
  });

  test.each([['--phones', '10'], ['--phones', 'many'], ['--fast'], ['more']])(
    '%s %s is refused',
    (...typed) => {
      expect(() => readBenchOptions(typed)).toThrow(WrongUsage);
    },
  );
});
