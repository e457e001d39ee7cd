import { expect, test } from 'vitest';
import { understand } from '../../../../server/import/results/understand.ts';

const lines = (n: number) => Array.from({ length: n }, (_, at) => `Option ${at}, ${at}`).join('\n');

test('more options than are kept are listed as left out, and soon', async () => {
  const started = performance.now();
  const { items, unplaced } = await understand({ name: 'pasted', text: lines(50_000) }, []);
  expect(items).toEqual([]);
  expect(unplaced[0]).toMatchObject({
    what: 'The table',
    why: 'It has 50000 options, and at most 50 are kept. Left out.',
  });
  // Looking for labels that stand there twice took minutes, while nobody could vote.
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('as many options as are kept are read', async () => {
  const { items } = await understand({ name: 'pasted', text: lines(50) }, []);
  expect(items[0]?.results).toHaveLength(50);
});

test('spaces without end between a number and what follows are read as one', async () => {
  const spaced = Array.from({ length: 4_000 }, () => `1${' '.repeat(900)}x`).join('\n');
  const started = performance.now();
  await understand({ name: 'pasted', text: `A, 1\n${spaced}` }, []);
  // The same took half a minute.
  expect(performance.now() - started).toBeLessThan(10_000);
});
