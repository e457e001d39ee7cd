import { expect, test } from 'vitest';
import { recognise } from '../../../../server/import/results/recognise.ts';
import { POLLS, workbook } from './files.ts';

const read = async (sheets: Parameters<typeof workbook>[0]) =>
  recognise({ name: 'slido.xlsx', bytes: await workbook(sheets) });

test('Polls-overall: a result per poll, options nobody chose included', async () => {
  const { tool, reading } = await read({ 'Polls-overall': POLLS });
  expect(tool).toBe('slido');
  expect(reading.items).toMatchObject([
    {
      prompt: 'Who should lead learning?',
      kind: 'single',
      n: 20,
      hasAllOptions: true,
      results: [{ count: 12 }, { count: 8 }, { label: 'Nobody', count: 0 }],
    },
    { prompt: 'Which do you use?', kind: 'multiple', n: 20 },
  ]);
  expect(reading.unplaced).toEqual([
    {
      what: '“How was it?”',
      why: 'It is of the type “Rating (1-5)”: no such question is built yet. Left out.',
      rows: ['5 · 3'],
    },
    { what: '“Never opened”', why: 'It has no answers. Left out.' },
  ]);
});

test('the same as CSV, columns in another order', async () => {
  const text =
    'Count,Total votes,Poll option,Poll question,Poll type,Poll ID\n3,5,A,Why?,Quiz,1\n2,5,B,Why?,Quiz,1\n';
  const { tool, reading } = await recognise({ name: 'x.csv', text });
  expect(tool).toBe('slido');
  expect(reading.items).toMatchObject([{ prompt: 'Why?', n: 5, results: [{ label: 'A' }, { label: 'B' }] }]);
});

test('lines that contradict each other are a problem; a count that is none is left out', async () => {
  const [header = []] = POLLS;
  const { reading } = await read({
    'Polls-overall': [
      header,
      [1, 'Multiple choice', 'One', 'A', null, 1, 2],
      [1, 'Multiple choice', 'One', 'B', null, 1, 3],
      [2, 'Multiple choice', 'Two', 'A', null, 1, 2],
      [2, 'Multiple choice', 'Two', 'B', null, 'many', 2],
    ],
  });
  expect(reading.items).toMatchObject([
    { prompt: 'One', problems: ['Its lines name different numbers of votes.'] },
  ]);
  expect(reading.unplaced).toMatchObject([{ what: '“Two”' }]);
});

test('missing columns are named', async () => {
  await expect(
    read({
      'Polls-overall': [
        ['Poll ID', 'Count'],
        [1, 2],
      ],
    }),
  ).rejects.toThrow('“Total Votes”');
});
