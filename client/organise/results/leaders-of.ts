import { ABSTAIN, OTHER } from '../../questions/choice/choice-draft.ts';
import { sortedRows } from '../../questions/choice/chart-rows.ts';
import type { AskingResults } from '../entities.ts';

/** Whom the sentence means: the first, all that are too close to call, nobody where nothing is said. */
export function leadersOf({ finding, options }: Pick<AskingResults, 'finding' | 'options'>): string[] {
  if (!finding) return [];
  const ranked = sortedRows(options).filter(({ id }) => id !== OTHER && id !== ABSTAIN);
  const least = ranked[finding.kind === 'too-close' ? 1 : 0]?.count ?? 0;
  return ranked.filter(({ count }) => count >= least).map(({ id }) => id);
}
