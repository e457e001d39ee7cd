import { haveNotAnswered } from '../asking.ts';
import type { FindingSaid } from '../words/finding-words.ts';
import type { RoomCount, TallyBase } from './question-type.ts';

/** How many of those who could have answered have not. */
export function missingFrom({ ballots }: TallyBase, { joined, roomSize }: RoomCount): number {
  return haveNotAnswered(ballots, joined, roomSize?.high ?? null);
}

/** What a lead has to fear from them. Without the size of the room, phones are all that is known; people without one may have said nothing. */
export function whoIsMissing(tally: TallyBase, room: RoomCount): FindingSaid {
  const missing = missingFrom(tally, room);
  if (missing > 0) return { key: 'finding.cannot-change', values: { n: missing } };
  const isRoomKnown = room.roomSize !== null && room.roomSize.high >= tally.ballots;
  return { key: isRoomKnown ? 'finding.everyone' : 'finding.every-phone', values: {} };
}
