import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { ERRORS, refusal, Refused, type FieldError, type Refusal } from '../../shared/result.ts';
import { fieldErrors, type Issue } from '../field-errors.ts';

/** RFC 9457; `code` is of the closed list, `errors` names what is wrong with the input. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: Refusal['code'];
  errors?: FieldError[];
  stored?: unknown;
}

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(ERRORS) as [Refusal['code']]),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
  stored: z.optional(z.unknown()),
});

/** A route's description with what each may answer instead; one that describes no answer gives no JSON, but a file. */
export function withProblems<Described extends { schema?: { response?: unknown } }>(
  described: Described,
): Described {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(problemSchema);
  const content = { 'application/problem+json': { schema } };
  const response = {
    ...(described.schema?.response ?? { 200: { type: 'null', description: 'What was asked for.' } }),
    default: { description: 'What went wrong.', content },
  };
  return { ...described, schema: { ...described.schema, response } };
}

const MEDIA_TYPE = 'application/problem+json; charset=utf-8';
const RETRY_AFTER_S = 2;
const MOST_ERRORS = 20;

export function problemOf({ code, message, errors, stored }: Refusal): Problem {
  return {
    type: `urn:askagain:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: message,
    status: ERRORS[code].status,
    code,
    ...(errors ? { errors } : {}),
    ...(stored === undefined ? {} : { stored }),
  };
}

export function sendProblem(reply: FastifyReply, what: Refusal): FastifyReply {
  if (ERRORS[what.code].retry === 'later') void reply.header('retry-after', RETRY_AFTER_S);
  return reply
    .code(ERRORS[what.code].status)
    .header('content-type', MEDIA_TYPE)
    .send(JSON.stringify(problemOf(what)));
}

/** Every way in which a request can fail, as a problem; what nobody foresaw is logged and told without its details. */
export function onError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const what = refusalOf(error);
  if (what.code === 'INTERNAL') request.log.error({ err: error }, 'a request failed');
  return sendProblem(reply, what);
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error.validation);
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return refusal('TOO_LARGE');
  // Nothing has an id that long.
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return refusal('NOT_FOUND');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return refusal('BAD_REQUEST', 'Send JSON, with Content-Type: application/json.');
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError)
    return refusal('BAD_REQUEST', 'The body is not JSON.');
  return refusal(
    statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL',
  );
}

interface SeenIssue {
  keyword: string;
  instancePath: string;
  message?: string | undefined;
  params: object;
}

function invalid(issues: readonly SeenIssue[]): Refusal {
  const errors = fieldErrors(issues.map(issueOf));
  return refusal('INVALID', undefined, { errors: errors.slice(0, MOST_ERRORS) });
}

function issueOf({ keyword, instancePath, message, params }: SeenIssue): Issue {
  const path = instancePath.split('/').slice(1);
  return {
    code: keyword,
    path: path.filter((part) => part !== ''),
    message: message ?? 'This does not fit.',
    errors: (params as Pick<Issue, 'errors'>).errors,
  };
}
