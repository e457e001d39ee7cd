/**
 * The closed list of refusals. `status` is what HTTP answers; `retry` tells an outbox whether the same
 * request may succeed later; `title` is the sentence a person reads when nothing more exact is known.
 */
export const ERRORS = {
  BAD_REQUEST: { status: 400, retry: 'never', title: 'That request could not be understood.' },
  UNAUTHENTICATED: { status: 401, retry: 'never', title: 'Sign in first.' },
  FORBIDDEN: { status: 403, retry: 'never', title: 'You may not do that here.' },
  DOOR_CLOSED: { status: 403, retry: 'never', title: 'The door is closed. No new phones come in.' },
  TICKET_NEEDED: {
    status: 403,
    retry: 'never',
    title: 'This event takes one-time tickets. Scan the one you were given.',
  },
  TICKET_UNKNOWN: { status: 403, retry: 'never', title: 'This is no ticket of this event.' },
  RESULTS_HIDDEN: { status: 403, retry: 'never', title: 'The results are not shown yet.' },
  NOT_FOUND: { status: 404, retry: 'never', title: 'There is nothing here.' },
  ASKING_CLOSED: { status: 409, retry: 'never', title: 'Voting is closed. This vote was not counted.' },
  REVISION_STALE: { status: 409, retry: 'never', title: 'A newer vote of yours is already counted.' },
  STATE_CONFLICT: { status: 409, retry: 'never', title: 'That does not fit what is happening now.' },
  CONTENT_CONFLICT: { status: 409, retry: 'never', title: 'The same id is already here with other content.' },
  TOO_LARGE: { status: 413, retry: 'never', title: 'That is too large.' },
  ANSWER_INVALID: { status: 422, retry: 'never', title: 'That answer does not fit the question.' },
  INVALID: { status: 422, retry: 'never', title: 'Some of that is not valid.' },
  PROTOCOL_OLD: { status: 426, retry: 'never', title: 'This page is out of date. Reload it.' },
  RATE_LIMITED: { status: 429, retry: 'later', title: 'That was too often. Wait a moment and try again.' },
  NOT_BUILT: { status: 501, retry: 'never', title: 'This is not built yet.' },
  INTERNAL: {
    status: 500,
    retry: 'later',
    title: 'Something went wrong here. Nothing you sent is lost on your side.',
  },
  BUSY: { status: 503, retry: 'later', title: 'Very busy at the moment. Try again.' },
  RESTARTING: { status: 503, retry: 'later', title: 'Restarting. Try again in a few seconds.' },
  STORAGE_FULL: {
    status: 507,
    retry: 'later',
    title: 'The disk is full. Nothing new can be saved until there is space.',
  },
} as const satisfies Record<string, { status: number; retry: 'never' | 'later'; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One thing wrong with what came in, at `path` (`options.2.label`). */
export interface FieldError {
  path: string;
  message: string;
}

/** A refusal as it travels: always with a code of the closed list and a sentence for a person. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  errors?: FieldError[];
  /** What is stored instead, for `REVISION_STALE`. */
  stored?: unknown;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Refusal };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(
  code: ErrorCode,
  message?: string,
  more?: Omit<Refusal, 'code' | 'message'>,
): Result<never> {
  return { ok: false, error: refusal(code, message, more) };
}

export function refusal(
  code: ErrorCode,
  message?: string,
  more?: Omit<Refusal, 'code' | 'message'>,
): Refusal {
  return { code, message: message ?? ERRORS[code].title, ...more };
}

/** A refusal on its way up a call stack; turned back into a `Refusal` at the edge (REST, socket, CLI). */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: ErrorCode, message?: string, more?: Omit<Refusal, 'code' | 'message'>) {
    const what = refusal(code, message, more);
    super(what.message);
    this.name = 'Refused';
    this.refusal = what;
  }
}

/** Whether the same request may succeed later. */
export function mayRetry(code: ErrorCode): boolean {
  return ERRORS[code].retry === 'later';
}
