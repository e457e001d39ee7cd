import type { RoomSize } from '../../shared/live-event.ts';

/** "3 have not answered"; those of a room known to be larger than its phones are said to be in the room. */
export function notAnsweredWords(missing: number, silentPhones: number, room: RoomSize | null): string {
  const have = missing === 1 ? 'has' : 'have';
  if (!room || missing === silentPhones) return `${missing} ${have} not answered`;
  return `${room.low < room.high ? 'up to ' : ''}${missing} in the room ${have} not answered`;
}
