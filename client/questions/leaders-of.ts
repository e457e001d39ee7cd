import type { TallyTick } from '../../shared/messages.ts';

/** The options that the finding names; while voting is open there is no favourite. */
export function leadersOf({ finding }: TallyTick, isOpen: boolean): readonly string[] {
  return finding && finding.kind !== 'none' && !isOpen ? finding.leaders : [];
}
