import type { AskingOnAir } from '../../shared/messages.ts';
import type { OutboxEntry } from '../line/outbox.ts';
import type { View } from './view-of.ts';

/** What a screen reader says when the page changes by itself. */
export function announcementOf(
  view: View,
  asking: AskingOnAir | null,
  mineWords: readonly string[],
  pending: OutboxEntry | null,
  wasKept = false,
): string {
  const words = mineWords.length > 0 ? `: ${mineWords.join(', ')}` : '';
  if (view === 'vote')
    return pending ? 'Sending.' : `Voting is open, ${asking?.question.options.length ?? 0} options.`;
  if (view === 'saved')
    return `${wasKept ? 'Counted now' : 'Your vote is counted'}${words}. ${asking?.changeAllowed ? 'You can change it until voting closes.' : ''}`;
  if (view === 'kept') return 'Kept on this phone. It is sent when there is a connection.';
  if (view === 'late') return 'This vote came after the close. It was not counted.';
  if (view === 'closed') return 'Voting is closed.';
  if (view === 'result') return 'Voting is closed. The result is here.';
  return '';
}

/** Time left, said at 30 and at 10 seconds only. */
export function timeLeftSaid(left: number | null): string {
  if (left === null) return '';
  const seconds = Math.ceil(left / 1000);
  if (seconds === 30 || seconds === 29) return '30 seconds left.';
  return seconds === 10 || seconds === 9 ? '10 seconds left.' : '';
}
