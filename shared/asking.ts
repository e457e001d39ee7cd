import type { AskingId, EventId, OptionId, QuestionId } from './ids.ts';
import { ok, refused, type Result } from './result.ts';

export type AskingState = 'waiting' | 'open' | 'closed';

/**
 * How an organiser set this asking up. An opening's own timer and a change of the bars while people vote are written into
 * it; what people voted under is in the conditions.
 */
export interface AskingSettings {
  /** Whether the bars are on the screen while people vote; while and after they do, how the bars stood last. */
  barsWhileVoting: boolean;
  /** Whether last time's result lies behind the bars while people vote; else it comes with the reveal. */
  lastResultWhileVoting: boolean;
  changeAllowed: boolean;
  /** Seconds the timer runs from the opening; null: no timer. */
  seconds: number | null;
  /** Whether voting closes when the timer runs out, or only says so. */
  closeAtEnd: boolean;
  /** Whether the finding is said on the screen; the remote always has it. */
  showFinding: boolean;
}

export const DEFAULT_ASKING_SETTINGS: AskingSettings = {
  barsWhileVoting: true,
  lastResultWhileVoting: false,
  changeAllowed: true,
  seconds: null,
  closeAtEnd: true,
  showFinding: true,
};

/** Under which conditions people voted: part of what is disclosed with the result. */
export interface Conditions {
  barsVisible: boolean;
  lastResultVisible: boolean;
  shuffled: boolean;
  changeAllowed: boolean;
  /** Seconds the timer was given, those added included; null: there never was one. */
  seconds: number | null;
  duplicateControl: 'device' | 'ticket';
  /** By the presenter one after the other, or by each phone at its own pace. */
  pace: 'presenter' | 'self';
  /** Asked in a room, or open to whoever had the link. */
  reach: 'room' | 'link';
}

/** What conditions stored before these were noted say of them. */
export const DEFAULT_CONDITIONS = {
  duplicateControl: 'device',
  pace: 'presenter',
  reach: 'room',
} as const satisfies Partial<Conditions>;

/** Hands, counted by the presenter: never mixed with ballots. `present` is how many could have raised one. */
export interface Hands {
  counts: Record<OptionId, number>;
  present: number | null;
}

/** One question version put to one event. Times are integer milliseconds of the server's clock. */
export interface Asking {
  id: AskingId;
  eventId: EventId;
  questionId: QuestionId;
  /** The version that is asked: the newest until the first opening, then pinned. */
  questionVersion: number;
  /** Nth asking of this question in this event by first opening; null before. */
  number: number | null;
  state: AskingState;
  shown: boolean;
  settings: AskingSettings;
  conditions: Conditions | null;
  openedAt: number | null;
  closedAt: number | null;
  /** When the timer runs out; null without one. */
  closesAt: number | null;
  /** Distinct voters connected or joined while it was open; stored at the close. */
  joined: number;
  /** An asking of its own kind: its result was counted by hand. */
  hands: Hands | null;
  /** Why it counts in no comparison; null: it does. */
  setAside: string | null;
  /** Voters whose ballot came after the close and was refused. */
  late: number;
  /** Ballots by the language they were answered in, stored at the close; '' for those that did not say. */
  languages: Record<string, number>;
  /** The host's own note of what was said in the room. */
  said: string | null;
}

/** What an asking begins with, beyond what was set up. */
export const UNASKED = {
  number: null,
  state: 'waiting',
  shown: false,
  conditions: null,
  openedAt: null,
  closedAt: null,
  closesAt: null,
  joined: 0,
  hands: null,
  setAside: null,
  late: 0,
  languages: {},
  said: null,
} satisfies Partial<Asking>;

/** [AS1] *Revealed* means closed and shown. */
export function isRevealed(asking: Pick<Asking, 'state' | 'shown'>): boolean {
  return asking.state === 'closed' && asking.shown;
}

/** What an opening needs to know besides the asking. */
export interface Opening {
  now: number;
  /** Overrides the setting; absent: as set up. */
  seconds?: number | undefined;
  closeAtEnd?: boolean | undefined;
  shuffled: boolean;
  duplicateControl: Conditions['duplicateControl'];
  pace: Conditions['pace'];
  reach: Conditions['reach'];
  /** When everything closes by the clock, whatever the timer says; absent: by no clock. */
  until?: number | undefined;
  /** The number it gets if this is its first opening. */
  nextNumber: number;
}

/**
 * [AS2] waiting → open: bars and timer start as the settings say, number and conditions are given. An open one stays as
 * it is; a closed one reopens (AS3).
 */
export function openAsking(asking: Asking, opening: Opening): Asking {
  if (asking.state === 'open') return asking;
  if (asking.state === 'closed') return reopenAsking(asking, opening);
  const seconds = opening.seconds ?? asking.settings.seconds;
  const settings = { ...asking.settings, seconds, closeAtEnd: closesAtEnd(asking, opening) };
  return {
    ...asking,
    state: 'open',
    shown: settings.barsWhileVoting,
    settings,
    number: asking.number ?? opening.nextNumber,
    openedAt: asking.openedAt ?? opening.now,
    closesAt: closingOf(opening, seconds),
    conditions: conditionsOf(settings, opening),
  };
}

/**
 * [AS3] closed → open again: conditions and bars as they stood while voting, first opening and number kept. The timer does
 * not start again, unless the opening brings seconds of its own.
 */
export function reopenAsking(asking: Asking, opening: Opening): Asking {
  if (asking.state !== 'closed') return openAsking(asking, opening);
  const { seconds } = opening;
  const shown = asking.settings.barsWhileVoting;
  const before = asking.conditions ?? conditionsOf(asking.settings, opening);
  const conditions = { ...before, barsVisible: before.barsVisible || shown };
  return {
    ...asking,
    state: 'open',
    shown,
    settings: { ...asking.settings, closeAtEnd: closesAtEnd(asking, opening) },
    closedAt: null,
    closesAt: closingOf(opening, seconds ?? null),
    conditions: seconds === undefined ? conditions : withSeconds(conditions, seconds),
  };
}

function conditionsOf(settings: AskingSettings, opening: Opening): Conditions {
  const { shuffled, duplicateControl, pace, reach } = opening;
  return {
    barsVisible: settings.barsWhileVoting,
    lastResultVisible: false,
    shuffled,
    changeAllowed: settings.changeAllowed,
    seconds: settings.seconds,
    duplicateControl,
    pace,
    reach,
  };
}

function withSeconds(conditions: Conditions, added: number): Conditions {
  return { ...conditions, seconds: (conditions.seconds ?? 0) + added };
}

function closesAtEnd({ settings }: Asking, { closeAtEnd, until }: Opening): boolean {
  return until !== undefined || (closeAtEnd ?? settings.closeAtEnd);
}

/** [SP4] By the timer or by the clock, whichever comes first. */
function closingOf({ now, until }: Opening, seconds: number | null): number | null {
  const end = Math.min(seconds === null ? Infinity : endOf(now, seconds), until ?? Infinity);
  return end === Infinity ? null : end;
}

function endOf(from: number, seconds: number): number {
  return from + seconds * 1000;
}

/** [AS8] Whether a vote may be changed: as it was at the first opening, whatever was set up later. */
export function isChangeAllowed({ conditions, settings }: Pick<Asking, 'conditions' | 'settings'>): boolean {
  return conditions?.changeAllowed ?? settings.changeAllowed;
}

/** [AS4] open → closed. Closing a closed asking changes nothing; a waiting one was never asked. */
export function closeAsking(asking: Asking, now: number, joined: number): Result<Asking> {
  if (asking.state === 'closed') return ok(asking);
  if (asking.state === 'waiting')
    return refused('STATE_CONFLICT', 'This question is not open, so it cannot be closed.');
  return ok({ ...asking, state: 'closed', closedAt: now, closesAt: null, joined });
}

/**
 * [AS5] Shows or hides the result. While open this is how the bars stand from now on, also after a reopening; and bars
 * that were visible once are part of the conditions for good.
 */
export function showAsking(asking: Asking, shown: boolean): Result<Asking> {
  if (asking.state === 'waiting')
    return refused('STATE_CONFLICT', 'This question has not been asked yet, so there is nothing to show.');
  if (asking.shown === shown) return ok(asking);
  if (asking.state === 'closed') return ok({ ...asking, shown });
  const { conditions } = asking;
  return ok({
    ...asking,
    shown,
    settings: { ...asking.settings, barsWhileVoting: shown },
    conditions: conditions && { ...conditions, barsVisible: conditions.barsVisible || shown },
  });
}

/**
 * [AS10] Whether the room sees last time's result beside this one's bars: with the reveal, or while people vote if it was
 * set up so. Where no bars are, none of it is.
 */
export function showsLastTime({
  state,
  shown,
  settings,
}: Pick<Asking, 'state' | 'shown' | 'settings'>): boolean {
  return shown && (state === 'closed' || (state === 'open' && settings.lastResultWhileVoting));
}

/** [AS10] Last time's result that was seen while voting is part of the conditions for good. */
export function notingLastTime(asking: Asking, isThere: boolean): Asking {
  const { conditions } = asking;
  const isSeen = isThere && asking.state === 'open' && showsLastTime(asking);
  if (!conditions || !isSeen || conditions.lastResultVisible) return asking;
  return { ...asking, conditions: { ...conditions, lastResultVisible: true } };
}

/**
 * [AS6] The timer: add seconds (from now if none runs), or stop it. Only while open. What was added is part of the
 * conditions: a vote that was given a timer half-way was not a vote without one.
 */
export function moveTimer(
  asking: Asking,
  change: { addSeconds: number } | { stop: true },
  now: number,
): Result<Asking> {
  if (asking.state !== 'open') return refused('STATE_CONFLICT', 'The timer runs only while voting is open.');
  if ('stop' in change) return asking.closesAt === null ? ok(asking) : ok({ ...asking, closesAt: null });
  return ok({
    ...asking,
    closesAt: endOf(Math.max(asking.closesAt ?? now, now), change.addSeconds),
    conditions: asking.conditions && withSeconds(asking.conditions, change.addSeconds),
  });
}

/** [AS12] Why it counts in no comparison, or null: it does. Only what was asked and is closed can be set aside. */
export function setAskingAside(asking: Asking, setAside: string | null): Result<Asking> {
  if (setAside !== null && asking.state !== 'closed')
    return refused('STATE_CONFLICT', 'Only a question that was asked and is closed can be set aside.');
  return ok({ ...asking, setAside });
}

/** [AS7] *Have not answered* = max(joined, room size) − ballots, never below zero. */
export function haveNotAnswered(ballots: number, joined: number, roomHigh: number | null): number {
  return Math.max(0, Math.max(joined, roomHigh ?? 0) - ballots);
}
