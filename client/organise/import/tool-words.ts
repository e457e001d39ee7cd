import type { ImportedFrom } from '../../../shared/data-point.ts';

/** Where a file comes from, in words. */
export const TOOLS: Record<ImportedFrom['tool'], string> = {
  mentimeter: 'a Mentimeter export',
  slido: 'a Slido export',
  'poll-everywhere': 'a Poll Everywhere export',
  pigeonhole: 'a Pigeonhole export',
  table: 'a table',
};
