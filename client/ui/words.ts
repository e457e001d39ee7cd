import { countOf } from '../../shared/count-words.ts';
import type { RoomSize } from '../../shared/live-event.ts';

/** "3 have not answered"; those of a room known to be larger than its phones are said to be in the room. */
export function notAnsweredWords(missing: number, silentPhones: number, room: RoomSize | null): string {
  const have = missing === 1 ? 'has' : 'have';
  if (!room || missing === silentPhones) return `${missing} ${have} not answered`;
  return `${room.low < room.high ? 'up to ' : ''}${missing} in the room ${have} not answered`;
}

/** "2 phones are out of reach"; empty where none is. */
export function outOfReachWords(phones: number): string {
  if (phones === 0) return '';
  return `${countOf(phones, 'phone')} ${phones === 1 ? 'is' : 'are'} out of reach`;
}

/** "3 votes came late and are not counted"; empty where none did. */
export function lateWords(votes: number): string {
  if (votes === 0) return '';
  return `${countOf(votes, 'vote')} came late and ${votes === 1 ? 'is' : 'are'} not counted`;
}

/** "nobody backs it yet", "1 phone backs it", "24 phones back it" */
export function backedWords(n: number): string {
  return n === 0 ? 'nobody backs it yet' : countOf(n, 'phone backs it', 'phones back it');
}
