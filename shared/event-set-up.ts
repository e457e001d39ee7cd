import type { FieldError } from './result.ts';
import type { PictureId } from './ids.ts';
import type { Language } from './words/languages.ts';

/** How an event was set up, beyond its title and its room. Each part stands by itself; `DEFAULT_SET_UP` is what nobody touched. */
export interface EventSetUp {
  /** By the presenter one after the other; or several open at once that each phone works through by itself. */
  pace: 'presenter' | 'self';
  /** Self-paced without a presenter: everything opens and closes by the clock. Server time in milliseconds. */
  openFrom: number | null;
  openUntil: number | null;
  /** No phone that is not known comes in any more. */
  isDoorClosed: boolean;
  /** Whether the code lets phones in, or only a printed one-time ticket. */
  entry: 'code' | 'tickets';
  wall: WallSetUp;
  /** The language of the screen; null: the one its browser asks for. */
  language: Language | null;
  /** The colour of this room's bars, `#rrggbb`; null: Askagain's own. */
  accent: string | null;
  logo: PictureId | null;
  /** Of a stop, by its id: the heading that begins with it, and what only the presenter reads. */
  stops: Record<string, StopDetails>;
  /** What the code opens once the event has ended. */
  afterwards: Afterwards;
}

export interface WallSetUp {
  isOpen: boolean;
  /** Whether a question may carry its asker's name. */
  names: 'never' | 'optional';
  /** Whether a question waits until somebody has read it. */
  isModerated: boolean;
}

export interface StopDetails {
  section?: string;
  note?: string;
}

export interface Afterwards {
  results: boolean;
  comparison: boolean;
  link: { label: string; url: string } | null;
}

/** Whether nobody presents: each phone works through what is open, from a time until a time. */
export function isByClock({ pace, openUntil }: Pick<EventSetUp, 'pace' | 'openUntil'>): boolean {
  return pace === 'self' && openUntil !== null;
}

/** [SP4] Whether the clock has opened and not yet closed. */
export function isInTime(setUp: EventSetUp, now: number): boolean {
  const { openFrom, openUntil } = setUp;
  return isByClock(setUp) && openFrom !== null && openFrom <= now && now < (openUntil ?? now);
}

/** What does not fit together in a set-up. */
export function refusesSetUp({ pace, openFrom, openUntil }: EventSetUp): FieldError[] {
  const at = (field: string, message: string) => [{ path: `setUp.${field}`, message }];
  if (openFrom === null && openUntil === null) return [];
  if (pace !== 'self')
    return at('pace', 'Only where phones go at their own pace can the clock open and close.');
  if (openUntil === null) return at('openUntil', 'Say until when it is open.');
  if (openFrom !== null && openFrom >= openUntil)
    return at('openUntil', 'The end comes after the beginning.');
  return [];
}

export const DEFAULT_SET_UP: EventSetUp = {
  pace: 'presenter',
  openFrom: null,
  openUntil: null,
  isDoorClosed: false,
  entry: 'code',
  wall: { isOpen: true, names: 'optional', isModerated: false },
  language: null,
  accent: null,
  logo: null,
  stops: {},
  afterwards: { results: false, comparison: false, link: null },
};
