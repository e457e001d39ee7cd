import { expect, test } from 'vitest';
import { recognise } from '../../../../server/import/results/recognise.ts';

const HEADER = 'Response,Via,Screen name,Registered participant,Created At';
const read = (text: string, name = 'export.csv') => recognise({ name, bytes: Buffer.from(text) });

test('a row per response; the question is in the file’s name', async () => {
  const rows = `${HEADER}\nDesigner,web,a,,2021-06-01 10:00:00\nDesigner,sms,b,,2021-06-01 10:01:00\n"R&amp;D, lab",web,c,,2021-06-01 10:02:00\n`;
  const { tool, reading } = await read(rows, 'Who should lead learning.csv');
  expect(tool).toBe('poll-everywhere');
  expect(reading).toMatchObject({ heldOn: '2021-06-01', people: 3 });
  expect(reading.items).toMatchObject([
    {
      prompt: 'Who should lead learning',
      kind: 'single',
      n: 3,
      results: [
        { label: 'Designer', count: 2 },
        { label: 'R&D, lab', count: 1 },
      ],
    },
  ]);
});

test('a title and a summary above it, Windows’ line ends and mark', async () => {
  const text = `\ufeffWho leads?\r\nResponse,Count\r\nA,1\r\nB,1\r\nTotal,2\r\n\r\nIndividual Results\r\n\r\n${HEADER}\r\nA,web,a,,2021-06-01\r\nB,web,,,2021-06-02\r\n`;
  const { reading } = await read(text);
  expect(reading).toMatchObject({ heldOn: null, people: null, items: [{ prompt: 'Who leads?', n: 2 }] });
});

test('several responses of one person are a multiple choice of persons', async () => {
  const { reading } = await read(
    `Created At,${HEADER.replace(',Created At', '')}\n1,A,web,a,\n1,B,web,a,\n1,A,web,a,\n1,A,web,b,\n`,
  );
  expect(reading.items).toMatchObject([
    {
      prompt: null,
      kind: 'multiple',
      n: 2,
      results: [
        { label: 'A', count: 2 },
        { label: 'B', count: 1 },
      ],
    },
  ]);
});

test('no responses, or open ones, are said to be left out', async () => {
  expect((await read(`${HEADER}\n`)).reading.unplaced).toEqual([
    { what: 'The poll', why: 'It has no answers. Left out.' },
  ]);
  const open = Array.from({ length: 9 }, (_each, index) => `Idea ${index},web,p${index},,x`).join('\n');
  expect((await read(`${HEADER}\n${open}`)).reading).toMatchObject({
    items: [],
    unplaced: [{ what: 'The poll' }],
  });
});
