import type { Stop, TallyTick } from '../../shared/messages.ts';
import type { Finding, NoFinding, TallyBase } from '../../shared/questions/question-type.ts';
import { questionType } from '../../shared/questions/registry.ts';

export interface RoomSight {
  /** Null while the room may not see it. */
  tally: TallyBase | null;
  /** Null until voting is closed. */
  finding: Finding | NoFinding | null;
}

const NOTHING: RoomSight = { tally: null, finding: null };

/**
 * What of a tally the room sees. A screen that was opened from the console by an organiser is told more than that: the
 * bars while they are hidden, and every "other".
 */
export function roomSight(
  stop: Pick<Stop, 'state' | 'shown' | 'question' | 'shownOthers'>,
  tick: TallyTick | undefined,
): RoomSight {
  if (!tick || !stop.shown || stop.state === 'waiting') return NOTHING;
  const tally = questionType(stop.question.type).forRoom(tick.tally, stop.shownOthers);
  return { tally, finding: stop.state === 'closed' ? tick.finding : null };
}

/** The sentence that takes the question's place: the finding, or why there is none. */
export function sentenceOf(finding: Finding | NoFinding | null): string {
  if (finding === null) return '';
  return finding.kind === 'none' ? finding.reason.replace(/\.$/, '') : finding.text;
}
