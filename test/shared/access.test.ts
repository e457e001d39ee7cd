import { expect, test } from 'vitest';
import { mayIn, type EventRight } from '../../shared/access.ts';

const RIGHTS: EventRight[] = ['watch', 'step', 'read', 'run', 'organise'];

test.each([
  ['owner', 'watch step read run organise'],
  ['organiser', 'watch step read run organise'],
  ['presenter', 'watch step read run'],
  ['present', 'watch step read run'],
  ['viewer', 'watch read'],
  ['step', 'watch step'],
  ['watch', 'watch'],
] as const)('[AC1] %s may %s, and nothing else', (grant, may) => {
  expect(RIGHTS.filter((right) => mayIn(grant, right)).join(' ')).toBe(may);
});
