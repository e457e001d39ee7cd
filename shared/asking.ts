import type { AskingId, EventId, OptionId, QuestionId } from './ids.ts';
import { ok, refused, type Result } from './result.ts';

export type AskingState = 'waiting' | 'open' | 'closed';

/** How an organiser set this asking up; may change until it is open. */
export interface AskingSettings {
  /** Whether the bars are on the screen while people vote. */
  barsWhileVoting: boolean;
  changeAllowed: boolean;
  /** Seconds the timer runs from the opening; null: no timer. */
  seconds: number | null;
  /** Whether voting closes when the timer runs out, or only says so. */
  closeAtEnd: boolean;
}

export const DEFAULT_ASKING_SETTINGS: AskingSettings = {
  barsWhileVoting: true,
  changeAllowed: true,
  seconds: null,
  closeAtEnd: true,
};

/** Under which conditions people voted: part of what is disclosed with the result. */
export interface Conditions {
  barsVisible: boolean;
  lastResultVisible: boolean;
  shuffled: boolean;
  changeAllowed: boolean;
  seconds: number | null;
  duplicateControl: 'device';
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
  /** Texts of "other" that an organiser has put on the screen. */
  shownOthers: string[];
}

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
  /** The number it gets if this is its first opening. */
  nextNumber: number;
}

/** [AS2] waiting or closed → open. Opening an open asking again changes nothing. Bars start as the settings say. */
export function openAsking(asking: Asking, opening: Opening): Asking {
  if (asking.state === 'open') return asking;
  const seconds = opening.seconds ?? asking.settings.seconds;
  const settings = {
    ...asking.settings,
    seconds,
    closeAtEnd: opening.closeAtEnd ?? asking.settings.closeAtEnd,
  };
  const shown = settings.barsWhileVoting;
  return {
    ...asking,
    state: 'open',
    shown,
    settings,
    number: asking.number ?? opening.nextNumber,
    openedAt: asking.openedAt ?? opening.now,
    closedAt: null,
    closesAt: seconds === null ? null : opening.now + seconds * 1000,
    conditions: {
      barsVisible: (asking.conditions?.barsVisible ?? false) || shown,
      lastResultVisible: asking.conditions?.lastResultVisible ?? false,
      shuffled: opening.shuffled,
      changeAllowed: settings.changeAllowed,
      seconds,
      duplicateControl: 'device',
    },
  };
}

/** [AS3] Reopening after a close: without a timer, and the bars as they stood while voting. */
export function reopenAsking(asking: Asking, opening: Opening): Asking {
  return {
    ...openAsking(asking, opening),
    closesAt: opening.seconds === undefined ? null : opening.now + opening.seconds * 1000,
  };
}

/** [AS4] open → closed. Closing a closed asking changes nothing; a waiting one was never asked. */
export function closeAsking(asking: Asking, now: number, joined: number): Result<Asking> {
  if (asking.state === 'closed') return ok(asking);
  if (asking.state === 'waiting')
    return refused('STATE_CONFLICT', 'This question is not open, so it cannot be closed.');
  return ok({ ...asking, state: 'closed', closedAt: now, closesAt: null, joined });
}

/** [AS5] Showing while open makes visible bars part of the conditions for good. */
export function showAsking(asking: Asking, shown: boolean): Result<Asking> {
  if (asking.state === 'waiting')
    return refused('STATE_CONFLICT', 'This question has not been asked yet, so there is nothing to show.');
  if (asking.shown === shown) return ok(asking);
  const conditions =
    asking.conditions && asking.state === 'open' && shown
      ? { ...asking.conditions, barsVisible: true }
      : asking.conditions;
  return ok({ ...asking, shown, conditions });
}

/** [AS6] The timer: add seconds (from now if none runs), or stop it. Only while open. */
export function moveTimer(
  asking: Asking,
  change: { addSeconds: number } | { stop: true },
  now: number,
): Result<Asking> {
  if (asking.state !== 'open') return refused('STATE_CONFLICT', 'The timer runs only while voting is open.');
  if ('stop' in change) return ok({ ...asking, closesAt: null });
  return ok({ ...asking, closesAt: Math.max(asking.closesAt ?? now, now) + change.addSeconds * 1000 });
}

/** [AS7] *Have not answered* = max(joined, room size) − ballots, never below zero. */
export function haveNotAnswered(ballots: number, joined: number, roomHigh: number | null): number {
  return Math.max(0, Math.max(joined, roomHigh ?? 0) - ballots);
}

/** A stored decision of an organiser about the text of one "other". */
export interface OtherShown {
  askingId: AskingId;
  text: string;
  optionId?: OptionId;
}
