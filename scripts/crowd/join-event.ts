import type { Agent } from 'node:http';
import type { EventId } from '../../shared/ids.ts';
import { ERRORS, refusal, type ErrorCode, type Result } from '../../shared/result.ts';
import { requestJson } from './http-json.ts';

export interface Joined {
  eventId: EventId;
  token: string;
}

/** `POST /join`: from here on this phone is a voter. `undefined`: no answer, or not one of Askagain's. */
export async function joinEvent(
  url: string,
  code: string,
  agent: Agent,
): Promise<Result<Joined> | undefined> {
  const answer = await requestJson({ method: 'POST', url: `${url}/api/v1/join`, body: { code }, agent });
  return answer && readJoin(answer.body);
}

export function readJoin(body: unknown): Result<Joined> | undefined {
  const said = (body ?? {}) as {
    eventId?: EventId;
    voterToken?: string;
    code?: string;
    title?: string;
    detail?: string;
  };
  if (said.eventId !== undefined && said.voterToken !== undefined)
    return { ok: true, value: { eventId: said.eventId, token: said.voterToken } };
  if (said.code === undefined || !(said.code in ERRORS)) return undefined;
  return { ok: false, error: refusal(said.code as ErrorCode, said.detail ?? said.title) };
}
