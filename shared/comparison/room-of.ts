import type { RoomSize } from '../live-event.ts';
import type { Base } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';

/** How many could have answered: phones joined, or people in the room; null where that is not known. */
export function roomOf({ joined, roomSize, base, answered }: ComparedPoint, of: Base): RoomSize | null {
  if (of === 'room') return roomSize ?? (base === 'room' ? answered : null);
  return joined === null ? null : { low: joined, high: joined };
}

/**
 * How many are known to have answered: of a result whose base is the room, at least those who are known to have chosen
 * something. Nobody knows of the others whether they answered.
 */
export function answeredAtLeast({ base, isMultiple, offered, answered }: ComparedPoint): number {
  if (base !== 'room') return answered?.low ?? 0;
  const counts = offered.map(({ known }) => (known.kind === 'counted' ? known.count : 0));
  return isMultiple ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0);
}

/** Whether a room was said to be smaller than the ballots it cast. */
export function isRoomTooSmall({ roomSize, answered }: ComparedPoint): boolean {
  return roomSize !== null && answered !== null && roomSize.low < answered.low;
}
