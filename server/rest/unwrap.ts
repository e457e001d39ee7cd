import { Refused, type Result } from '../../shared/result.ts';

/** The value, or the refusal on its way to the error handler. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, message, ...more } = result.error;
  throw new Refused(code, message, more);
}
