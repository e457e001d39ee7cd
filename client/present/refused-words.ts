import type { Refusal } from '../../shared/result.ts';

/** Why the screen shows no event any more, in the words of somebody in the room. */
export function refusedWords({ code, message }: Refusal): string {
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')
    return 'This screen is not connected to an event any more.';
  if (code === 'NOT_FOUND') return 'This event is not here any more.';
  return message;
}
