import type { AskingId } from '../../shared/ids.ts';
import type { MyBallot } from '../../shared/messages.ts';
import type { OutboxEntry } from '../line/outbox.ts';
import type { PhoneState } from '../line/phone-state.ts';
import type { NotCounted } from '../voter-connection.svelte.ts';

export type View =
  'connecting' | 'ended' | 'wait' | 'vote' | 'kept' | 'saved' | 'late' | 'offered' | 'closed' | 'result';

/** How long a vote may be on its way before the page says so; most are counted before anybody could read it. */
export const SENDING_MS = 1_500;

export interface Seen {
  state: PhoneState | null;
  mine: MyBallot | null;
  pending: OutboxEntry | null;
  lastRefusal: NotCounted | null;
  /** A vote for this asking that came after its close and is kept here. */
  late: NotCounted | null;
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
  const { state, mine, pending, late, isChanging } = seen;
  if (!state) return 'connecting';
  const { asking } = state;
  if (state.event.state === 'ended') return 'ended';
  if (!asking || asking.state === 'waiting') return 'wait';
  const isOpen = asking.state === 'open';
  if (isOpen && isChanging) return 'vote';
  if (pending) return isOpen && isOnItsWay(seen) ? 'vote' : 'kept';
  // A vote that is counted and may not be changed makes sending another one useless.
  if (isOpen && late && (!mine || asking.changeAllowed)) return 'offered';
  if (isOpen) return mine ? 'saved' : 'vote';
  if (isNotCounted(seen, asking.id) && !seen.isLateSeen) return 'late';
  return state.tally ? 'result' : 'closed';
}

function isNotCounted({ late, lastRefusal }: Seen, askingId: AskingId): boolean {
  return late !== null || lastRefusal?.entry.askingId === askingId;
}

function isOnItsWay({ pending, isLive, now }: Seen): boolean {
  return pending !== null && isLive && now - pending.saidAt < SENDING_MS;
}
