import { thinkingMs } from '../../shared/questions/pretend-pace.ts';
import { between, type Random } from './random.ts';

export type Pace = 'human' | 'fast';

/** Share of voters who change their mind once, and of phones that drop and come back. */
export const CHANGES_MIND = 0.15;
export const DROPS = 0.1;

/** How long a room takes to scan the code, in seconds: a small one is in sooner. */
export function usualJoinSeconds(phones: number): number {
  return Math.min(20, Math.max(2, Math.round(1.5 + 0.4 * Math.sqrt(phones))));
}

/** When a phone joins, 0 to 1 of the time it takes the room: most are quick, some have to find their glasses. */
export function joinMoment(random: Random): number {
  const steepness = 2.5;
  return -Math.log(1 - random() * (1 - Math.exp(-steepness))) / steepness;
}

/** Reading and deciding, milliseconds. */
export function thinking(options: number, pace: Pace, random: Random): number {
  return pace === 'fast' ? 0 : thinkingMs(options, random);
}

/** From a counted vote to another one, milliseconds. */
export function reconsidering(pace: Pace, random: Random): number {
  return pace === 'fast' ? 0 : between(random, 1_500, 9_000);
}

/** How long a phone is off: a lift, a locked screen, another app. */
export function away(pace: Pace, random: Random): number {
  return pace === 'fast' ? between(random, 200, 1_500) : between(random, 1_500, 8_000);
}
