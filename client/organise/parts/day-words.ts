import { countOf } from '../../../shared/count-words.ts';
import type { RoomSize } from '../../../shared/live-event.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const DAY_THIS_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `2026-11-24` as "24 November 2026". */
export function dayWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : DAY.format(date);
}

/** A moment as the day it fell on here: "today, 06:00" or "9 December". */
export function momentWords(at: string | number, now: Date = new Date()): string {
  const date = new Date(at);
  if (date.toDateString() === now.toDateString()) return `today, ${CLOCK.format(date).slice(0, 5)}`;
  return date.getFullYear() === now.getFullYear() ? DAY_THIS_YEAR.format(date) : DAY.format(date);
}

/** "10:02:41" */
export function clockWords(at: string | number): string {
  return CLOCK.format(new Date(at));
}

/** "24 November 2026, London", or whichever of the two is known. */
export function whenAndWhere(event: { startsOn: string | null; place: string | null }): string {
  return [event.startsOn && dayWords(event.startsOn), event.place].filter(Boolean).join(', ');
}

/** "once", "2 times" */
export function timesWords(n: number): string {
  return n === 1 ? 'once' : countOf(n, 'time');
}

export function roomWords(size: RoomSize | null): string {
  if (size === null) return '';
  return size.low === size.high ? `${size.low} in the room` : `${size.low} to ${size.high} in the room`;
}
