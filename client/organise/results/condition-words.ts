import type { Conditions } from '../../../shared/asking.ts';
import { minutesAndSeconds } from '../../ui/time.ts';

/** Under which conditions people voted, a phrase each. */
export function conditionWords(conditions: Conditions): string[] {
  return [
    conditions.barsVisible ? 'Bars were visible while people voted' : 'Bars were hidden while people voted',
    ...(conditions.lastResultVisible ? ['Last time’s result was visible while people voted'] : []),
    conditions.shuffled
      ? 'Every phone had its own order of options'
      : 'All phones had the same order of options',
    conditions.changeAllowed ? 'A vote could be changed until the close' : 'A vote could not be changed',
    conditions.seconds === null
      ? 'There was no timer'
      : `The timer ran ${minutesAndSeconds(conditions.seconds * 1000)}`,
    ...(conditions.pace === 'self' ? ['Each phone went at its own pace'] : []),
    ...(conditions.reach === 'link' ? ['An open link, not a room: whoever had it could answer'] : []),
    conditions.duplicateControl === 'ticket' ? 'One vote per printed ticket' : 'One vote per device',
  ];
}
