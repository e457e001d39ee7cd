import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(60));

export const idParam = z.object({ id });
export const memberParams = z.object({ id, userId: id });
export const claimParam = z.object({ claim: id });

/** `?cursor=` is what the page before gave; `?limit=` at most 100. */
export const pageQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
});

/** A flag in a query: `1` or `true` for yes. */
export const flag = z.optional(z.enum(['0', '1', 'true', 'false']));

/** The answer of a route that has nothing to say. */
export const noContent = { 204: z.null() };

export function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
