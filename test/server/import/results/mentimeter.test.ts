import { expect, test } from 'vitest';
import { recognise } from '../../../../server/import/results/recognise.ts';
import { VOTERS, workbook } from './files.ts';

const read = async (sheets: Parameters<typeof workbook>[0]) =>
  recognise({ name: 'team-offsite.xlsx', bytes: await workbook(sheets) });

test('Voters: a choice per question, of its day, with people counted', async () => {
  const { tool, reading } = await read({ Overview: [['x']], Voters: VOTERS });
  expect(tool).toBe('mentimeter');
  expect(reading).toMatchObject({ heldOn: '2023-09-14', people: 4 });
  expect(reading.items).toMatchObject([
    {
      prompt: 'Who should lead learning?',
      kind: 'single',
      n: 4,
      session: null,
      results: [
        { label: 'Designer', count: 3 },
        { label: 'Marketing', count: 1 },
      ],
    },
    {
      prompt: 'Which do you use?',
      kind: 'multiple',
      n: 3,
      results: [
        { label: 'Chat', count: 2 },
        { label: 'Mail', count: 2 },
      ],
    },
  ]);
});

test('what it could not place: a heading, a scale, a row without a person', async () => {
  const { reading } = await read({ Voters: VOTERS });
  expect(reading.unplaced.map(({ what }) => what)).toEqual([
    '“How ready are we?”',
    '1 row without a person',
    '“Welcome!”',
  ]);
  expect(reading.unplaced[1]?.rows).toEqual(['2023-09-14T09:01:00.000Z · 1 · Designer']);
});

test('several sessions are several results, columns in any order and case', async () => {
  const { reading } = await read({
    voters: [
      ['VOTER', 'Why?: Answer', 'session', 'date (utc)'],
      [1, 'Fun', 1, '2023-01-01'],
      [1, 'Money', 2, '2024-02-02'],
      [2, 'Money', 2, '2024-02-02'],
    ],
  });
  expect(reading.heldOn).toBeNull();
  expect(reading.items).toMatchObject([
    { session: '1', heldOn: '2023-01-01', n: 1 },
    { session: '2', heldOn: '2024-02-02', n: 2 },
  ]);
});

test('open text and numbers are left out, with some rows', async () => {
  const words = Array.from({ length: 8 }, (_each, index) => [1, index, `Thought ${index}`, index]);
  const { reading } = await read({
    Voters: [['Session', 'Voter', 'Thoughts: Answer', 'Age: Answer'], ...words],
  });
  expect(reading.items).toEqual([]);
  expect(reading.unplaced).toMatchObject([
    { what: '“Thoughts”', why: expect.stringContaining('themselves') as string },
    { what: '“Age”', why: expect.stringContaining('numbers') as string },
  ]);
  expect(reading.unplaced[0]?.rows).toHaveLength(5);
});

test('a missing column is named', async () => {
  const missing = read({
    Voters: [
      ['Date (UTC)', 'Session', 'Why?: Answer'],
      ['2023-01-01', 1, 'Fun'],
    ],
  });
  await expect(missing).rejects.toThrow(
    'The sheet “Voters” of team-offsite.xlsx lacks what it should have: “Voter”.',
  );
});
