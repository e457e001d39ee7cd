import type { AskingOnAir } from '../../shared/messages.ts';
import type { OutboxEntry } from '../line/outbox.ts';
import type { View } from './view-of.ts';
import { t } from '../words/words.svelte.ts';

/** What a screen reader says when the page changes by itself. */
export function announcementOf(
  view: View,
  asking: AskingOnAir | null,
  mineWords: readonly string[],
  pending: OutboxEntry | null,
  wasKept = false,
): string {
  if (view === 'vote') return pending ? t('say.sending') : openWords(asking);
  if (view === 'saved') return savedWords(mineWords, wasKept, asking?.changeAllowed ?? false);
  if (view === 'kept') return t('say.kept');
  if (view === 'late') return t('say.late');
  if (view === 'offered') return t('say.offered');
  if (view === 'closed') return t('say.closed');
  return view === 'result' ? t('say.result') : '';
}

function openWords(asking: AskingOnAir | null): string {
  const n = asking?.question.options.length ?? 0;
  return n === 0 ? t('say.open-bare') : t('say.open', { n });
}

function savedWords(mineWords: readonly string[], wasKept: boolean, mayChange: boolean): string {
  const words = mineWords.length > 0 ? `: ${mineWords.join(', ')}` : '';
  const counted = t(wasKept ? 'saved.now' : 'saved.heading');
  return `${counted}${words}. ${mayChange ? t('saved.change') : ''}`;
}

/** Time left, said at 30 and at 10 seconds only. */
export function timeLeftSaid(left: number | null): string {
  if (left === null) return '';
  const seconds = Math.ceil(left / 1000);
  if (seconds === 30 || seconds === 29) return t('say.left', { n: 30 });
  return seconds === 10 || seconds === 9 ? t('say.left', { n: 10 }) : '';
}
