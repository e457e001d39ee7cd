import { ERROR_TITLES } from './error-titles.ts';

/**
 * The closed list of refusals. `status` is what HTTP answers; `retry` tells an outbox whether the same
 * request may succeed later. Their sentences have a file of their own: a phone has its own words, and carries no others.
 */
export const ERRORS = {
  BAD_REQUEST: { status: 400, retry: 'never' },
  UNAUTHENTICATED: { status: 401, retry: 'never' },
  FORBIDDEN: { status: 403, retry: 'never' },
  DOOR_CLOSED: { status: 403, retry: 'never' },
  TICKET_NEEDED: { status: 403, retry: 'never' },
  TICKET_UNKNOWN: { status: 403, retry: 'never' },
  RESULTS_HIDDEN: { status: 403, retry: 'never' },
  NOT_FOUND: { status: 404, retry: 'never' },
  ASKING_CLOSED: { status: 409, retry: 'never' },
  REVISION_STALE: { status: 409, retry: 'never' },
  STATE_CONFLICT: { status: 409, retry: 'never' },
  CONTENT_CONFLICT: { status: 409, retry: 'never' },
  TOO_LARGE: { status: 413, retry: 'never' },
  ANSWER_INVALID: { status: 422, retry: 'never' },
  INVALID: { status: 422, retry: 'never' },
  PROTOCOL_OLD: { status: 426, retry: 'never' },
  RATE_LIMITED: { status: 429, retry: 'later' },
  NOT_BUILT: { status: 501, retry: 'never' },
  INTERNAL: { status: 500, retry: 'later' },
  BUSY: { status: 503, retry: 'later' },
  RESTARTING: { status: 503, retry: 'later' },
  STORAGE_FULL: { status: 507, retry: 'later' },
} as const satisfies Record<string, { status: number; retry: 'never' | 'later' }>;

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
  return { code, message: message ?? ERROR_TITLES[code], ...more };
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
