import type { Afterwards } from './event-set-up.ts';
import type { QuestionId } from './ids.ts';
import type { LiveEvent } from './live-event.ts';
import type { TallyTick } from './messages.ts';
import type { QuestionSpec } from './question.ts';

/** What the room gets once an event has ended: as much of it as the organiser chose to share. */
export interface SharedAfterwards {
  title: string;
  startsOn: string | null;
  results: SharedResult[];
  /** Questions whose comparison everybody may see, at `/q/QUESTION`. */
  comparisons: { questionId: QuestionId; prompt: string }[];
  link: Afterwards['link'];
}

export interface SharedResult {
  question: QuestionSpec;
  tick: TallyTick;
  /** What the phone that asks has answered; null: nothing. */
  own: unknown;
  isByHand?: true;
}

/** [AF1] Whether the code of an event opens anything now that it has ended. */
export function sharesAfterwards({
  state,
  isPrivate,
  deletedAt,
  isRehearsal,
  setUp: { afterwards },
}: Pick<LiveEvent, 'state' | 'isPrivate' | 'deletedAt' | 'isRehearsal' | 'setUp'>): boolean {
  const isOver = state === 'ended' && !isPrivate && deletedAt === null && !isRehearsal;
  return isOver && (afterwards.results || afterwards.comparison || afterwards.link !== null);
}
