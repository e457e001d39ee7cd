import type { Receipt } from '../../shared/ballot.ts';
import { ERRORS, type ErrorCode, type Result } from '../../shared/result.ts';
import type { OutboxEntry } from './outbox.ts';

const ANSWER_MS = 10_000;
const CODES = Object.keys(ERRORS) as ErrorCode[];

/** `PUT /askings/:id/ballot`: the same handler as `ballot:cast`, where no socket gets through. Never throws. */
export async function ballotOverHttp(
  { askingId, revision, answer, language }: OutboxEntry,
  token: string,
): Promise<Result<Receipt> | undefined> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ANSWER_MS);
  try {
    const response = await fetch(`/api/v1/askings/${askingId}/ballot`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ revision, answer, language }),
      signal: stop.signal,
    });
    return readBallotAnswer(await response.json());
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** What a network between answers in the server's name (a sign-in page, a gateway's error) is no answer. */
export function readBallotAnswer(body: unknown): Result<Receipt> | undefined {
  const said = (body ?? {}) as {
    saved?: unknown;
    revision?: number;
    castAt?: string;
    code?: unknown;
    status?: unknown;
    title?: string;
    stored?: unknown;
  };
  if (said.saved === true && said.revision !== undefined && said.castAt !== undefined)
    return { ok: true, value: { revision: said.revision, castAt: Date.parse(said.castAt), saved: true } };
  const code = CODES.find((one) => one === said.code);
  // Others say NOT_FOUND too, and a vote is dropped on that word; a problem of ours carries its own status.
  if (code === undefined || said.status !== ERRORS[code].status) return undefined;
  const { stored } = said;
  return {
    ok: false,
    error: { code, message: said.title ?? '', ...(stored === undefined ? {} : { stored }) },
  };
}
