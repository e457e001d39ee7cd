import { countOf } from '../count-words.ts';
import type { ComparedPoint } from './compared-point.ts';

/** How many answered, as it stands beside a mark: "78 of 81 phones", "50 votes when read", "around 100". */
export function answeredWords({ answered, joined, kind, interim, base }: ComparedPoint): string {
  if (!answered) return 'number not known';
  if (answered.low !== answered.high) return `around ${middle(answered)}`;
  const n = answered.low;
  if (kind === 'asking')
    return joined !== null && joined > n ? `${n} of ${joined} phones` : countOf(n, 'phone');
  if (base === 'room') return `${n} in the room`;
  return `${countOf(n, 'vote')}${interim ? ' when read' : ''}`;
}

/** The round number that a range like 80–120 was entered for. */
function middle({ low, high }: { low: number; high: number }): number {
  return Math.round((low + high) / 2);
}
