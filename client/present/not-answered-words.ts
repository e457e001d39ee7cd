import type { LiveDesk } from '../ui/live-desk.svelte.ts';
import { t } from '../words/words.svelte.ts';

/** "3 have not answered."; those of a room known to be larger than its phones are said to be in the room. */
export function notAnsweredWords({ unanswered: n, joined, ballots, state }: LiveDesk): string {
  const room = state?.event.roomSize ?? null;
  if (!room || n === joined - ballots) return t('rail.missing', { n });
  return t(room.low < room.high ? 'rail.missing-up-to' : 'rail.missing-in-room', { n });
}
