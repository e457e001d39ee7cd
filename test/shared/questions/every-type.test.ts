import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '../../../scripts/crowd/random.ts';
import { decideBallot, type Ballot } from '../../../shared/ballot.ts';
import type { AskingId } from '../../../shared/ids.ts';
import type { RoomCount, TallyBase } from '../../../shared/questions/question-type.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import { NOTHING_SHOWN } from '../../../shared/questions/written-text.ts';
import { foldOutcome, recount } from '../../../shared/tally.ts';
import { inEnglish } from '../../../shared/words/finding-words.ts';
import { EVERY_SPEC } from './specs.ts';

/** What holds for every question type, whatever it asks. */
describe.each(EVERY_SPEC.map((spec) => [`${spec.type} ${JSON.stringify(spec.settings)}`, spec] as const))(
  '%s',
  (_name, spec) => {
    const type = questionType(spec.type);
    const leans = spec.options.map((_option, at) => at + 1);
    const pretended = (seed: number): unknown => type.pretend(spec, { leans, random: seeded(seed) });
    const answers = fc.array(fc.nat(5_000).map(pretended), { maxLength: 30 });
    const rooms: fc.Arbitrary<RoomCount> = fc.record({
      joined: fc.nat(50),
      roomSize: fc.option(fc.nat(40).map((low) => ({ low, high: low + 5 }))),
    });

    test('it can be asked', () => {
      expect(type.settings.safeParse(spec.settings).success).toBe(true);
      expect(type.refusesSpec(spec)).toEqual([]);
    });

    test('what somebody might answer counts, and is not changed by being read', () => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const answer = pretended(seed);
          expect(type.answer.parse(answer)).toEqual(answer);
          expect(type.refuses(spec, answer)).toEqual([]);
        }),
      );
    });

    test('[TA1] [TA2] votes that are changed, repeated or stale, folded as they come, add up to what is stored', () => {
      const sayings = fc.array(
        fc.record({
          voter: fc.integer({ min: 1, max: 6 }),
          revision: fc.integer({ min: 1, max: 4 }),
          seed: fc.nat(40),
        }),
        { maxLength: 40 },
      );
      fc.assert(
        fc.property(sayings, (given) => {
          const stored = new Map<number, Ballot>();
          let tally = type.empty(spec);
          given.forEach(({ voter, revision, seed }, at) => {
            const cast = { askingId: 'a' as AskingId, voter, revision, answer: pretended(seed), castAt: at };
            const outcome = decideBallot(stored.get(voter), cast);
            if (outcome.kind === 'counted') stored.set(voter, outcome.new);
            tally = foldOutcome(spec, tally, outcome);
          });
          const counted = recount(
            spec,
            [...stored.values()].map(({ answer }) => answer),
          );
          expect(tally).toEqual(counted);
          expect(tally.ballots).toBe(stored.size);
        }),
        { numRuns: 150 },
      );
    });

    test('[TA3] a tally that was stored as JSON goes on being counted', () => {
      fc.assert(
        fc.property(answers, fc.nat(5_000), (given, seed) => {
          const read = JSON.parse(JSON.stringify(recount(spec, given))) as TallyBase;
          const one = pretended(seed);
          expect(type.add(read, one, 1)).toEqual(recount(spec, [...given, one]));
        }),
      );
    });

    test('results, table and finding hold numbers or nothing, never NaN, for any ballots and any room', () => {
      fc.assert(
        fc.property(answers, rooms, (given, room) => {
          const tally = recount(spec, given);
          const results = type.results(spec, tally, room);
          const table = type.table(spec, tally, room);
          const found = type.finding(spec, tally, room);
          expect(JSON.stringify({ results, table, found })).not.toMatch(/NaN|undefined|Infinity/);
          expect(numbersIn(results).every(Number.isFinite)).toBe(true);
          for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
          const said = found.kind === 'none' ? found.said : found.said.text;
          expect(inEnglish(said)).toBe(found.kind === 'none' ? found.reason : found.text);
        }),
      );
    });

    test('nobody has answered: no leader, and a table of nothing', () => {
      const room = { joined: 0, roomSize: null };
      expect(type.finding(spec, type.empty(spec), room)).toMatchObject({ kind: 'none' });
      expect(() => type.table(spec, type.empty(spec), room)).not.toThrow();
    });

    test('a row of the tidy file has a cell for each of the type’s columns', () => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const answer = pretended(seed);
          const row = type.row(spec, answer);
          expect(row).toHaveLength(type.columns(spec).length);
          expect([...row, ...type.labels(spec, answer)].every((cell) => typeof cell === 'string')).toBe(true);
        }),
      );
    });

    test('the room’s tally keeps the numbers, and of what nobody has shown no text', () => {
      fc.assert(
        fc.property(answers, (given) => {
          const tally = recount(spec, given);
          const { ballots, abstained } = tally;
          const texts = type.texts?.all(tally).map(({ text }) => text) ?? [];
          const seen = type.forRoom(tally, NOTHING_SHOWN);
          expect(seen).toMatchObject({ ballots, abstained });
          const sent = JSON.stringify(seen);
          expect(texts.filter((text) => sent.includes(JSON.stringify(text)))).toEqual([]);
        }),
      );
    });
  },
);

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}
