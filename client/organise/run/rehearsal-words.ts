import { countOf } from '../../../shared/count-words.ts';
import type { OrderEntry, Stop } from '../../../shared/messages.ts';
import type { Answers, Network, RehearsalState, Tried } from '../../../shared/rehearsal.ts';

interface Way<Value> {
  value: Value;
  label: string;
  hint?: string;
}

export const NETWORK_WORDS: readonly Way<Network>[] = [
  { value: 'good', label: 'A good network' },
  { value: 'crowded', label: 'A crowded Wi-Fi', hint: 'slow, with stalls' },
  { value: 'cut', label: 'Cut it for 20 seconds', hint: 'see what the screen and the phones do' },
];

export const ANSWERS_WORDS: readonly Way<Answers>[] = [
  { value: 'random', label: 'At random' },
  { value: 'last-room', label: 'As the last room did', hint: 'at random where nothing is known' },
  { value: 'close', label: 'Too close to call', hint: 'to try your words for it' },
];

/** One thing a rehearsal has shown. */
export interface Noticed {
  isFine: boolean;
  words: string;
}

const KEYS: readonly Tried[] = ['next', 'back', 'blank'];
/** Letters of a label that stand in one line of a phone 320 pixels wide. */
const LINE_OF_A_PHONE = 26;

/** What a rehearsal has shown so far: what works first, then what may surprise. */
export function noticedOf(
  rehearsal: RehearsalState,
  order: readonly OrderEntry[],
  stops: readonly Stop[],
  isWallModerated: boolean,
): Noticed[] {
  const noticed = [keysNoticed(rehearsal), votesNoticed(rehearsal)];
  const looked = order.flatMap((entry, index) => aboutStop(entry, index + 1, stops, isWallModerated));
  return [...noticed, ...looked].sort((a, b) => Number(b.isFine) - Number(a.isFine));
}

function keysNoticed({ tried }: RehearsalState): Noticed {
  const left = KEYS.filter((key) => !tried.includes(key));
  if (left.length === 0) return { isFine: true, words: 'Every key arrived: next, back, blank' };
  return { isFine: false, words: `Not tried yet: ${left.join(', ')}` };
}

function votesNoticed({ phones, slowestMs }: RehearsalState): Noticed {
  if (slowestMs === null) return { isFine: false, words: 'No vote counted yet: open a question' };
  const seconds = (slowestMs / 1000).toFixed(1);
  return { isFine: true, words: `${countOf(phones, 'phone')}: slowest vote counted after ${seconds} s` };
}

function aboutStop(
  entry: OrderEntry,
  place: number,
  stops: readonly Stop[],
  isWallModerated: boolean,
): Noticed[] {
  if (entry.kind === 'wall' && !isWallModerated)
    return [{ isFine: false, words: `Stop ${place}: nobody reads the questions before they are shown` }];
  if (entry.kind !== 'asking') return [];
  const { question } = stops.find(({ id }) => id === entry.askingId) ?? {};
  const long = question?.options.find(({ label }) => label.length > LINE_OF_A_PHONE);
  if (!long) return [];
  return [{ isFine: false, words: `Stop ${place}: “${long.label}” takes two lines on small phones` }];
}
