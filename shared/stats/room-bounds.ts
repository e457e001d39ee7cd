import { mustBePart } from './difference.ts';
import { type NoFigure, noFigure } from './no-figure.ts';
import type { Interval } from './wilson.ts';

/** How many people were in the room; low and high are the same where they were counted. */
export interface RoomSize {
  low: number;
  high: number;
}

/** A share of the room and the shares between which it lies whatever those hold who did not answer; all 0 to 1. */
export interface RoomShare extends Interval {
  /** Those who chose it, of the room at its largest: everybody who said so, and nobody else. */
  share: number;
}

/**
 * Non-response bounds of a share of the room, with no assumption about those who did not answer: 18 of 40 answered and 9
 * chose A, so between 9/40 and 31/40 of the room hold A. A range for the room widens them. None where the size is not
 * known, or may be below the ballots.
 * Source: Manski CF (1989), J Hum Resour 24:343–360 (worst-case bounds).
 */
export function roomBounds(count: number, ballots: number, room: RoomSize | null): RoomShare | NoFigure {
  mustBePart({ count, n: ballots });
  if (!room) return noFigure('BASE_UNKNOWN');
  if (!(room.low >= 0 && room.high >= room.low && room.high < Infinity))
    throw new RangeError(`There is no room of ${room.low} to ${room.high}.`);
  if (room.low < ballots) return noFigure('ROOM_BELOW_BALLOTS');
  if (room.high === 0) return noFigure('NOBODY_ANSWERED');
  const low = count / room.high;
  return { share: low, low, high: (count + room.high - ballots) / room.high };
}

/**
 * Which of two rooms holds more of an option whatever those think who did not answer: the one whose bounds lie wholly
 * above the other's. Undefined where the bounds meet or overlap, and nothing can be said without a model.
 */
export function moreWithoutModel(from: Interval, to: Interval): 'from' | 'to' | undefined {
  if (to.low > from.high) return 'to';
  return from.low > to.high ? 'from' : undefined;
}
