import type { Comparison, ComparisonPoint, Provenance } from '../../../shared/comparison/comparison.ts';
import { shortWhen } from './time-axis.ts';
import type { HeaderAsked } from './header-layout.ts';

export const PROVENANCE: Record<Provenance, string> = {
  'counted-here': 'counted here',
  'brought-in': 'brought in',
  remembered: 'remembered',
};

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
    when: point.whenText,
    whenShort: shortWhen(point.when),
    label: isHere ? 'this room' : point.label,
    count: `${point.nText}${isOfFewer(point, reading) ? '*' : ''}`,
    known: `${PROVENANCE[point.provenance]}${extra ? `, ${extra} %` : ''}`,
  };
}
