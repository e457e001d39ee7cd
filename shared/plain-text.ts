/** Said where a text is refused for what it holds. */
export const NOT_PLAIN = 'This holds a character that cannot be kept.';

/** Half of a surrogate pair has no UTF-8, and PostgreSQL keeps no NUL: neither would come back as it was given. */
const NOT_KEPT = /\p{Surrogate}|\0/u;

/** Whether a text comes back from every store and every file as it was given. */
export function isPlainText(text: string): boolean {
  return !NOT_KEPT.test(text);
}
