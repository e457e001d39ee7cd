import { comparisonInEnglish, say, type ComparisonSaid } from '../words/comparison-words.ts';
import type { ComparedPoint } from './compared-point.ts';

/** How many answered, as it stands beside a mark: "78 of 81 phones", "50 votes when read", "around 100". */
export function answeredWords(point: ComparedPoint): string {
  return comparisonInEnglish(answeredSaid(point));
}

export function answeredSaid(point: ComparedPoint): ComparisonSaid {
  const { answered, joined, kind, interim, base } = point;
  if (!answered) return say('answered.unknown');
  if (answered.low !== answered.high) return say('answered.around', { n: middle(answered) });
  const n = answered.low;
  if (point.isByHand) return handsSaid(point, n);
  if (kind === 'asking')
    return joined !== null && joined > n
      ? say('answered.of-phones', { part: n, n: joined })
      : say('answered.phones', { n });
  if (base === 'room') return say('answered.in-room', { n });
  return say(interim ? 'answered.votes-when-read' : 'answered.votes', { n });
}

/** Of several choices nobody knows how many people raised a hand: those present are the base, where they were counted. */
function handsSaid({ joined, isMultiple, roomSize }: ComparedPoint, n: number): ComparisonSaid {
  if (isMultiple && roomSize !== null) return say('answered.present', { n });
  return joined !== null && joined > n
    ? say('answered.of-present', { part: n, n: joined })
    : say('answered.hands', { n });
}

/** The round number that a range like 80–120 was entered for. */
function middle({ low, high }: { low: number; high: number }): number {
  return Math.round((low + high) / 2);
}
