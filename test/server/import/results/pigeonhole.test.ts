import { expect, test } from 'vitest';
import { recognise } from '../../../../server/import/results/recognise.ts';
import { workbook } from './files.ts';

const read = async (rows: Parameters<typeof workbook>[0][string]) =>
  recognise({ name: 'poll.xlsx', bytes: await workbook({ 'Poll Results': rows, Attendees: [['x']] }) });

test('Poll Results: a block per question, its total is n', async () => {
  const { tool, reading } = await read([
    ['Pigeonhole Live Poll'],
    ['Event', 'Team offsite'],
    [],
    ['Q1: Who should lead learning?'],
    ['Option', 'Votes', '%'],
    ['Designer', 19, '38%'],
    ['Marketing', 31, '62%'],
    ['Total votes', 50],
    [],
    ['Q2: Nobody answered this'],
    ['Option', 'Votes', '%'],
  ]);
  expect(tool).toBe('pigeonhole');
  expect(reading.items).toMatchObject([
    {
      prompt: 'Who should lead learning?',
      n: 50,
      results: [
        { label: 'Designer', count: 19 },
        { label: 'Marketing', count: 31 },
      ],
    },
  ]);
  expect(reading.unplaced).toEqual([{ what: '“Nobody answered this”', why: 'It has no votes. Left out.' }]);
});

test('a sheet of that name without results says what is missing', async () => {
  await expect(read([['Hello']])).rejects.toThrow('The sheet “Poll Results” of poll.xlsx lacks');
});
