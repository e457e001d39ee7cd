import type { MyBallot, VoterState } from '../../shared/messages.ts';
import type { OutboxEntry } from '../line/outbox.ts';
import type { NotCounted } from '../voter-connection.svelte.ts';

export type View = 'connecting' | 'ended' | 'wait' | 'vote' | 'kept' | 'saved' | 'late' | 'closed' | 'result';

/** How long a vote may be on its way before the page says so; most are counted before anybody could read it. */
export const SENDING_MS = 1_500;

export interface Seen {
  state: VoterState | null;
  mine: MyBallot | null;
  pending: OutboxEntry | null;
  lastRefusal: NotCounted | null;
  isLive: boolean;
  /** The voter has asked to change a vote that is counted or kept. */
  isChanging: boolean;
  /** The voter has read that the vote came too late. */
  isLateSeen: boolean;
  /** This phone's clock. */
  now: number;
}

/** Which page this phone shows. */
export function viewOf(seen: Seen): View {
  const { state, mine, pending, lastRefusal, isChanging } = seen;
  if (!state) return 'connecting';
  const { asking } = state;
  if (state.event.state === 'ended') return 'ended';
  if (!asking || asking.state === 'waiting') return 'wait';
  const isOpen = asking.state === 'open';
  if (isOpen && isChanging) return 'vote';
  if (pending) return isOpen && isOnItsWay(seen) ? 'vote' : 'kept';
  if (isOpen) return mine ? 'saved' : 'vote';
  if (lastRefusal?.entry.askingId === asking.id && !seen.isLateSeen) return 'late';
  return state.tally ? 'result' : 'closed';
}

function isOnItsWay({ pending, isLive, now }: Seen): boolean {
  return pending !== null && isLive && now - pending.saidAt < SENDING_MS;
}
