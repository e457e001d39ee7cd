import type { Provenance } from '../../../shared/comparison/comparison.ts';
import type { Exactness } from '../../../shared/data-point.ts';

export const PROVENANCE_WORDS: Record<Provenance, string> = {
  'counted-here': 'counted here',
  'brought-in': 'brought in',
  remembered: 'remembered',
};

/** How a result from elsewhere is known: what somebody remembers is no count. */
export function provenanceOf(exactness: Exactness): Provenance {
  return exactness === 'remembered' || exactness === 'words' ? 'remembered' : 'brought-in';
}
