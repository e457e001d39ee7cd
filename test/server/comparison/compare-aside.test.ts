import { expect, test } from 'vitest';
import { CompareAside } from '../../../server/comparison/compare-aside.ts';
import { compare } from '../../../shared/comparison/compare.ts';
import type { ComparedPoint } from '../../../shared/comparison/compared-point.ts';
import { theStory } from '../../shared/comparison/points.ts';

const QUESTION = { id: 'q', type: 'single' as const, prompt: 'Who?', version: 1 };
const ASK = { base: 'cast' as const, pairs: [], crossed: new Map() };

test('a comparison made aside is the same, several at once', async () => {
  const aside = new CompareAside();
  const [story, nothing] = await Promise.all([
    aside.compare(QUESTION, theStory(), ASK),
    aside.compare(QUESTION, [], ASK),
  ]);
  expect(JSON.parse(story)).toEqual(compare(QUESTION, theStory(), ASK));
  expect(JSON.parse(nothing)).toMatchObject({ points: [] });
});

test('what goes wrong is told, and the next one is made', async () => {
  const aside = new CompareAside();
  const broken = [{ id: 'broken' } as ComparedPoint];
  await expect(aside.compare(QUESTION, broken, ASK)).rejects.toThrow();
  expect(JSON.parse(await aside.compare(QUESTION, [], ASK))).toMatchObject({ points: [] });
});

test('what goes wrong for one does not go wrong for others who wait', async () => {
  const aside = new CompareAside();
  const broken = [{ id: 'broken' } as ComparedPoint];
  const [first, second] = await Promise.allSettled([
    aside.compare(QUESTION, broken, ASK),
    aside.compare(QUESTION, [], ASK),
  ]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});
