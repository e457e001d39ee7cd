import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haveNotAnswered } from '../../../shared/asking.ts';
import type { Finding, NoFinding, RoomCount } from '../../../shared/questions/question-type.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import { recount } from '../../../shared/tally.ts';
import { aSpec } from '../sample.ts';
import { anyAnswer } from './answers.ts';

const spec = aSpec('single', 3);

/** So many votes for A, B, C, and so on. */
function votes(...counts: number[]): unknown[] {
  return counts.flatMap((n, at) => Array<unknown>(n).fill({ option: 'abcdefghijkl'[at] }));
}

function finding(answers: unknown[], room: Partial<RoomCount> = {}, of = spec): Finding | NoFinding {
  const type = questionType(of.type);
  return type.finding(of, recount(of, answers), { joined: answers.length, roomSize: null, ...room });
}

function people(n: number): Partial<RoomCount> {
  return { roomSize: { low: n, high: n } };
}

describe('[FI1] X leads', () => {
  test('when the lead exceeds those who have not answered', () => {
    expect(finding(votes(20, 9), people(39))).toMatchObject({
      kind: 'leads',
      text: 'A leads',
      detail: '20 votes to 9. The 10 who have not answered cannot change that.',
      rule: 'lead-exceeds-unanswered',
      leaders: ['a'],
    });
  });

  test('not when they could draw level', () => {
    expect(finding(votes(20, 9), people(40)).kind).not.toBe('leads');
  });

  test('counts a room known as a range with its upper end', () => {
    expect(finding(votes(20, 9), { roomSize: { low: 29, high: 40 } }).kind).not.toBe('leads');
  });

  test('counts phones that joined where they are more than the room', () => {
    expect(finding(votes(20, 9), { joined: 40, ...people(30) }).kind).not.toBe('leads');
  });

  test('one has, more have', () => {
    expect(finding(votes(3, 1), people(5))).toMatchObject({
      detail: '3 votes to 1. The 1 who has not answered cannot change that.',
    });
    expect(finding(votes(1), people(1))).toMatchObject({ detail: '1 vote to 0. Everyone has answered.' });
  });
});

test('[FI6] without the size of the room, or with one that is wrong, nobody says "everyone"', () => {
  const detail = '2 votes to 1. Every phone that joined has answered.';
  expect(finding(votes(2, 1))).toMatchObject({ kind: 'leads', detail });
  expect(finding(votes(2, 1), people(2))).toMatchObject({ kind: 'leads', detail });
});

describe('[FI2] X leads among those who answered', () => {
  test('when Wilson’s interval of the two leaves out a half', () => {
    expect(finding(votes(40, 20), people(81))).toMatchObject({
      kind: 'leads-among-answered',
      text: 'A leads among the 60 who answered; 21 have not',
      detail: '40 votes to 20.',
      rule: 'wilson-top-two',
      leaders: ['a'],
    });
  });

  test('in a multiple choice by the ballots with exactly one of the two', () => {
    const many = aSpec('multiple', 3);
    const both = Array<unknown>(200).fill({ options: ['a', 'b'] });
    const onlyA = Array<unknown>(9).fill({ options: ['a'] });
    const onlyB = Array<unknown>(1).fill({ options: ['b'] });
    // 209 to 201 would be level if ballots with both spoke for either.
    const room = people(400);
    expect(finding([...both, ...onlyA, ...onlyB], room, many).kind).toBe('leads-among-answered');
    expect(finding([...both, ...onlyA, ...onlyB, ...onlyB, ...onlyB, ...onlyB], room, many).kind).toBe(
      'too-close',
    );
  });
});

describe('[FI3] too close to call', () => {
  test('with both numbers', () => {
    expect(finding(votes(12, 10, 3), people(60))).toMatchObject({
      kind: 'too-close',
      text: 'Too close to call: 12 and 10 of 25',
      detail: 'A and B are 2 votes apart.',
      rule: 'wilson-top-two',
      leaders: ['a', 'b'],
    });
  });

  test('two that are level, though everyone has answered', () => {
    expect(finding(votes(5, 5, 1), people(11))).toMatchObject({
      kind: 'too-close',
      detail: 'A and B are level.',
    });
  });

  test('all that are level with the second are named like it', () => {
    expect(finding(votes(5, 5, 5))).toMatchObject({
      detail: 'A, B and C are level.',
      leaders: ['a', 'b', 'c'],
    });
    const more = finding(votes(6, 5, 5), people(40));
    expect(more).toMatchObject({ detail: 'A is 1 vote ahead of 2 others.', leaders: ['a', 'b', 'c'] });
    const five = finding(votes(2, 2, 2, 2, 2), {}, aSpec('single', 5));
    expect(five).toMatchObject({ detail: '5 options are level.' });
  });
});

describe('[FI4] no finding, with the reason', () => {
  test.each(['single', 'multiple'] as const)('%s: nobody, one option, nobody chose one', (name) => {
    const abstained = Array<unknown>(3).fill({ abstain: true });
    expect(finding([], {}, aSpec(name))).toMatchObject({ kind: 'none', reason: 'Nobody has answered.' });
    expect(finding(abstained, {}, aSpec(name, 1))).toMatchObject({
      kind: 'none',
      reason: 'There is only one option.',
    });
    expect(finding(abstained, {}, aSpec(name))).toMatchObject({
      kind: 'none',
      reason: 'Nobody chose one of the options.',
    });
  });
});

test('[FI5] "other" is many answers and never leads', () => {
  const others = Array<unknown>(9).fill({ other: 'Ann' });
  expect(finding([...others, ...votes(2, 1)], people(12))).toMatchObject({ kind: 'leads', leaders: ['a'] });
  expect(finding(others)).toMatchObject({ kind: 'none' });
});

describe.each(['single', 'multiple'] as const)('%s, for any ballots and any room', (name) => {
  const of = aSpec(name, 3);
  const answers = fc.array(anyAnswer(of), { maxLength: 25 });
  const room = fc.record({ joined: fc.nat(40), size: fc.option(fc.nat(40)) });

  test('[FI1] nothing says "leads" that those who have not answered could change', () => {
    fc.assert(
      fc.property(answers, room, (given, { joined, size }) => {
        const seen = { joined, roomSize: size === null ? null : { low: size, high: size } };
        const said = finding(given, seen, of);
        if (said.kind !== 'leads') return;
        const missing = haveNotAnswered(given.length, joined, size);
        for (const { id } of of.options.filter((option) => option.id !== said.leaders[0])) {
          const against = name === 'single' ? { option: id } : { options: [id] };
          const then = finding([...given, ...Array<unknown>(missing).fill(against)], seen, of);
          expect(then).toMatchObject({ kind: 'leads', leaders: said.leaders });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[FI3] the sentence treats options with the same count alike', () => {
    fc.assert(
      fc.property(answers, room, (given, { joined }) => {
        const said = finding(given, { joined }, of);
        if (said.kind === 'none') return;
        const tally = recount(of, given) as unknown as { counts: Record<string, number> };
        const [lowest] = said.leaders.map((id) => tally.counts[id] ?? 0).sort((x, y) => x - y);
        const named = of.options
          .filter(({ id }) => (tally.counts[id] ?? 0) >= (lowest ?? 0))
          .map(({ id }) => id);
        expect([...said.leaders].sort()).toEqual(named.sort());
      }),
    );
  });

  test('[FI1] [FI2] [FI3] a sentence is whole: no NaN, no undefined, a rule and its options', () => {
    fc.assert(
      fc.property(answers, room, (given, { joined }) => {
        const said = finding(given, { joined }, of);
        expect(JSON.stringify(said)).not.toMatch(/NaN|undefined|Infinity/);
        if (said.kind !== 'none') expect(said.leaders.length).toBeGreaterThan(0);
      }),
    );
  });
});
