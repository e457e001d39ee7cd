import { askingPoint, type ComparedTally } from '../shared/comparison/asking-point.ts';
import { lastTimeOf, shiftsOf } from '../shared/comparison/last-time-of.ts';
import { questionType } from '../shared/questions/registry.ts';
import { pointBefore } from './comparison/point-before.ts';
import { comparisonForStage, meansFor, type ComparedStore } from './comparisons.ts';
import type { LookBack, Past, AskedNow } from './live-event/look-back.ts';

/** How live events look back, over everything that is stored. */
export function lookBackIn(store: ComparedStore): LookBack {
  return {
    comparison: (questionId) => comparisonForStage(store, questionId),
    past: (now) => pastOf(store, now),
  };
}

/** What a waiting asking has before it is everything there is. */
async function pastOf(
  store: ComparedStore,
  { asking, event, question, tally }: AskedNow,
): Promise<Past | null> {
  if (questionType(question.type).comparedBy !== 'shares') return null;
  const at = asking.openedAt ?? Number.MAX_SAFE_INTEGER;
  const means = await meansFor(store, question.id);
  const before = await pointBefore(store, question, means, { id: asking.id, at });
  if (!before) return null;
  const pointNow = (now: Pick<AskedNow, 'asking' | 'event' | 'tally'>) =>
    askingPoint({ ...now, tally: now.tally as ComparedTally }, question, means);
  return {
    lastTime: lastTimeOf(before, pointNow({ asking, event, tally })),
    shifts: (now) => shiftsOf(before, pointNow(now)),
  };
}
