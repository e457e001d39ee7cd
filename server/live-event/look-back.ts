import type { Asking } from '../../shared/asking.ts';
import type { Comparison } from '../../shared/comparison/comparison.ts';
import type { LastTime, Shift } from '../../shared/comparison/last-time.ts';
import type { EventId, QuestionId } from '../../shared/ids.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { Question } from '../../shared/question.ts';
import type { TallyBase } from '../../shared/questions/question-type.ts';

/** An asking as it stands now, to be held against what came before it. */
export interface AskedNow {
  asking: Asking;
  event: LiveEvent;
  question: Question;
  tally: TallyBase;
  joined: number;
}

/** The result before an asking. */
export interface Past {
  lastTime: LastTime;
  /** What moved since then; asked once voting is closed. */
  shifts(now: AskedNow): Shift[];
}

/** How a live event looks back; what it needs of other events and of results from elsewhere. */
export interface LookBack {
  /**
   * The comparison of a question as the room of this event may see it: without this event's askings that are open or not
   * revealed. Undefined when there is no such question.
   */
  comparison(questionId: QuestionId, eventId: EventId): Promise<Comparison | undefined>;
  /** Null when the question has no result before this asking. */
  past(now: AskedNow): Promise<Past | null>;
}
