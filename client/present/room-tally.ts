import type { Stop, TallyTick } from '../../shared/messages.ts';
import type { Finding, NoFinding, TallyBase } from '../../shared/questions/question-type.ts';

export interface RoomSight {
  /** Null while the room may not see it. */
  tally: TallyBase | null;
  /** Null until voting is closed. */
  finding: Finding | NoFinding | null;
}

const NOTHING: RoomSight = { tally: null, finding: null };

/** What of a tally the room sees. A screen that was opened from the console is told more than that: the bars while they are hidden. */
export function roomSight(
  stop: Pick<Stop, 'state' | 'shown' | 'settings'>,
  tick: TallyTick | undefined,
): RoomSight {
  if (!tick || !stop.shown || stop.state === 'waiting') return NOTHING;
  const isSaid = stop.state === 'closed' && stop.settings.showFinding;
  return { tally: tick.tally, finding: isSaid ? tick.finding : null };
}
