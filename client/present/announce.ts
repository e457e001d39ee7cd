import type { AskingState } from '../../shared/asking.ts';
import { t } from '../words/words.svelte.ts';

/** What stands on the screen, as far as somebody who cannot see it should hear of it. */
export interface Seen {
  askingId: string | null;
  state: AskingState | null;
  options: number;
  ballots: number;
  joined: number;
  /** The finding, once it stands there; empty before. */
  sentence: string;
  isLost: boolean;
}

/** What was said last. */
export interface Heard {
  seen: Seen;
  ballots: number;
  /** Milliseconds. */
  countedAt: number;
}

/** Numbers are said at most so often. */
export const COUNT_APART_MS = 15_000;

const NOTHING: Seen = {
  askingId: null,
  state: null,
  options: 0,
  ballots: 0,
  joined: 0,
  sentence: '',
  isLost: false,
};
export const NOTHING_HEARD: Heard = { seen: NOTHING, ballots: 0, countedAt: 0 };

/** The next thing to say politely, or nothing. Never a share: while bars are hidden nobody may know one. */
export function announce(heard: Heard, seen: Seen, now: number): { heard: Heard; words?: string } {
  const event = eventWords(heard.seen, seen);
  if (event !== undefined) {
    const counted =
      seen.state === 'open' && heard.seen.state !== 'open' ? { ballots: seen.ballots, countedAt: now } : {};
    return { heard: { ...heard, ...counted, seen }, words: event };
  }
  const isCountDue =
    seen.state === 'open' && seen.ballots !== heard.ballots && now - heard.countedAt >= COUNT_APART_MS;
  if (!isCountDue) return { heard: { ...heard, seen } };
  const words = t('say.voted', { ballots: seen.ballots, n: seen.joined });
  return { heard: { seen, ballots: seen.ballots, countedAt: now }, words };
}

function eventWords(before: Seen, now: Seen): string | undefined {
  if (now.isLost !== before.isLost) return t(now.isLost ? 'say.lost' : 'say.connected');
  const isOther = now.askingId !== before.askingId;
  if (now.sentence && (isOther || now.sentence !== before.sentence))
    return t('say.sentence', { sentence: now.sentence });
  if (!isOther && now.state === before.state) return undefined;
  if (now.state === 'open') return now.options === 0 ? t('say.open-bare') : t('say.open', { n: now.options });
  if (now.state === 'waiting') return t('asking.opens-soon');
  // Away from all askings: nothing that was said holds any more.
  return now.state === 'closed' ? t('asking.closed') : '';
}
