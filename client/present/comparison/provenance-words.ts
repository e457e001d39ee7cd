import type { Comparison, ComparisonPoint, Provenance } from '../../../shared/comparison/comparison.ts';
import { shortWhen } from './time-axis.ts';
import type { HeaderAsked } from './header-layout.ts';
import { t, tell, whenSaid, type WordKey } from '../../words/words.svelte.ts';

export const PROVENANCE = {
  'counted-here': 'provenance.counted-here',
  'brought-in': 'provenance.brought-in',
  remembered: 'provenance.remembered',
} as const satisfies Record<Provenance, WordKey>;

/** Whether only some of those who answered are counted: those who chose an option offered every time. */
export function isOfFewer({ n, of }: ComparisonPoint, reading: Comparison['reading']): boolean {
  return reading === 'common' && of !== undefined && of !== n;
}

/** What stands over a time asked; `extra` is a number that found no room beside its mark. */
export function headerOf(
  point: ComparisonPoint,
  { reading }: Pick<Comparison, 'reading'>,
  eventId: string,
  extra = '',
): HeaderAsked {
  const isHere = point.eventId !== null && point.eventId === eventId;
  return {
    when: whenSaid(point.said.when),
    whenShort: shortWhen(point.when),
    label: isHere ? t('provenance.this-room') : point.label,
    count: `${tell(point.said.answered, point.nText)}${isOfFewer(point, reading) ? '*' : ''}`,
    known: `${t(PROVENANCE[point.provenance])}${extra ? `, ${extra} %` : ''}`,
  };
}
