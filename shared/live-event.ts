import type { EventSetUp } from './event-set-up.ts';
import type {
  AskingId,
  ComparisonStopId,
  EventId,
  JoinCode,
  PictureId,
  PictureStopId,
  QuestionId,
  WallStopId,
} from './ids.ts';
import { ok, refused, type Result } from './result.ts';

export type LiveEventState = 'draft' | 'live' | 'ended';

/** How many people were in the room: one number twice when it is known exactly, a range when it is "about". */
export interface RoomSize {
  low: number;
  high: number;
}

/** What a running order is made of: an asking, the comparison of a question, the wall, a picture. */
export type StopId = AskingId | ComparisonStopId | WallStopId | PictureStopId;

/** One gathering. `order` is the running order: its stops, first to last. Times are integer milliseconds. */
export interface LiveEvent {
  id: EventId;
  code: JoinCode;
  title: string;
  state: LiveEventState;
  /** `YYYY-MM-DD`, the day people would name. */
  startsOn: string | null;
  place: string | null;
  audience: string | null;
  audienceTags: string[];
  roomSize: RoomSize | null;
  /** A private event's code answers like an unknown one. */
  isPrivate: boolean;
  /** The ground of the projected screen. */
  theme: 'light' | 'dark';
  order: StopId[];
  setUp: EventSetUp;
  /** While it is one, nothing of it enters history, counts or exports; its end throws all votes away. */
  isRehearsal: boolean;
  /** A running order to copy from; it stands in a list of its own. */
  isTemplate: boolean;
  createdAt: number;
  updatedAt: number;
  /** When it went into the bin; erased for good 30 days later. */
  deletedAt: number | null;
}

export const BIN_DAYS = 30;

/** As many stops as a running order may name. */
export const MOST_STOPS = 200;

/** [LE1] draft → live → ended, and an ended event may be live again. The same state again changes nothing. */
export function changeEventState(from: LiveEventState, to: LiveEventState): Result<LiveEventState> {
  if (from === to) return ok(to);
  if (to === 'draft')
    return refused('STATE_CONFLICT', 'An event that has been live cannot become a draft again.');
  if (from === 'draft' && to === 'ended')
    return refused('STATE_CONFLICT', 'This event was never live, so it cannot end.');
  return ok(to);
}

/** [LE2] A code opens its event while the event is neither ended, private nor in the bin. */
export function acceptsPhones(event: Pick<LiveEvent, 'state' | 'isPrivate' | 'deletedAt'>): boolean {
  return event.state !== 'ended' && !event.isPrivate && event.deletedAt === null;
}

const COMPARE = 'compare:';
const PICTURE = 'picture:';

/** The wall as a stop: at most once in a running order. */
export const WALL_STOP = 'wall' as WallStopId;

export function pictureStop(pictureId: PictureId): PictureStopId {
  return `${PICTURE}${pictureId}` as PictureStopId;
}

/** The picture a stop shows; undefined when the stop is something else. */
export function shownPicture(stop: StopId): PictureId | undefined {
  return stop.startsWith(PICTURE) ? (stop.slice(PICTURE.length) as PictureId) : undefined;
}

/** The stop that shows how a question was answered over time. */
export function comparisonStop(questionId: QuestionId): ComparisonStopId {
  return `${COMPARE}${questionId}` as ComparisonStopId;
}

/** The question a stop compares; undefined when the stop is something else. */
export function comparedQuestion(stop: StopId): QuestionId | undefined {
  return stop.startsWith(COMPARE) ? (stop.slice(COMPARE.length) as QuestionId) : undefined;
}

/** Whether a stop is an asking. */
export function isAskingStop(stop: StopId): stop is AskingId {
  return stop !== WALL_STOP && comparedQuestion(stop) === undefined && shownPicture(stop) === undefined;
}

/** The questions whose comparison is a stop, in running order. */
export function comparedQuestions(order: readonly StopId[]): QuestionId[] {
  return order.flatMap((stop) => comparedQuestion(stop) ?? []);
}
