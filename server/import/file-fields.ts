import * as z from 'zod/mini';

/** What the fields of an exported event are made of. */

/** Never starts like a formula: ids stand in tables as they are. */
export const id = z.string().check(z.regex(/^\w[\w-]{0,39}$/, 'That is no id.'));
export const text = z.string().check(z.maxLength(2000));
/** Far from where counting on is no longer exact: numbers go on from those of a file. */
export const whole = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
/** ISO 8601 in, milliseconds out. */
export const time = z.pipe(
  z.iso.datetime(),
  z.transform((iso: string) => Date.parse(iso)),
);
