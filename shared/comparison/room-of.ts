import type { RoomSize } from '../live-event.ts';
import type { Base } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';

/** How many could have answered: phones joined, or people in the room; null where that is not known. */
export function roomOf({ joined, roomSize, base, answered }: ComparedPoint, of: Base): RoomSize | null {
  if (of === 'room') return roomSize ?? (base === 'room' ? answered : null);
  return joined === null ? null : { low: joined, high: joined };
}

/** Whether a room was said to be smaller than the ballots it cast. */
export function isRoomTooSmall({ roomSize, answered }: ComparedPoint): boolean {
  return roomSize !== null && answered !== null && roomSize.low < answered.low;
}
