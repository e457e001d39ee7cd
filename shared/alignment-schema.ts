import * as z from 'zod/mini';
import { line } from './schemas.ts';

const id = z.string().check(z.minLength(1), z.maxLength(40));

/** `PUT /questions/:id/alignment`: the whole alignment; what it leaves out is no longer decided. */
export const alignmentBody = z.strictObject({
  maps: z
    .array(
      z.strictObject({
        from: z.union([
          z.strictObject({ optionId: id }),
          z.strictObject({ dataPointId: id, label: line(200) }),
        ]),
        to: z.array(id).check(z.maxLength(50)),
        as: z.enum(['same', 'renamed', 'merged', 'split', 'added', 'dropped']),
      }),
    )
    .check(z.maxLength(2000)),
});
