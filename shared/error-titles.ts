import type { ErrorCode } from './result.ts';

/** The sentence a person reads when nothing more exact is known. */
export const ERROR_TITLES: Record<ErrorCode, string> = {
  BAD_REQUEST: 'That request could not be understood.',
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'You may not do that here.',
  DOOR_CLOSED: 'The door is closed. No new phones come in.',
  TICKET_NEEDED: 'This event takes one-time tickets. Scan the one you were given.',
  TICKET_UNKNOWN: 'This is no ticket of this event.',
  RESULTS_HIDDEN: 'The results are not shown yet.',
  NOT_FOUND: 'There is nothing here.',
  ASKING_CLOSED: 'Voting is closed. This vote was not counted.',
  REVISION_STALE: 'A newer vote of yours is already counted.',
  STATE_CONFLICT: 'That does not fit what is happening now.',
  CONTENT_CONFLICT: 'The same id is already here with other content.',
  TOO_LARGE: 'That is too large.',
  ANSWER_INVALID: 'That answer does not fit the question.',
  INVALID: 'Some of that is not valid.',
  PROTOCOL_OLD: 'This page is out of date. Reload it.',
  RATE_LIMITED: 'That was too often. Wait a moment and try again.',
  NOT_BUILT: 'This is not built yet.',
  INTERNAL: 'Something went wrong here. Nothing you sent is lost on your side.',
  BUSY: 'Very busy at the moment. Try again.',
  RESTARTING: 'Restarting. Try again in a few seconds.',
  STORAGE_FULL: 'The disk is full. Nothing new can be saved until there is space.',
};
