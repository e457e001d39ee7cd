import * as z from 'zod/mini';
import type { QuestionId } from '../../shared/ids.ts';
import type { ComparisonAsk } from '../comparisons.ts';

const ids = z.string().check(z.maxLength(20_000));
const pair = z.string().check(z.regex(/^[^,]+,[^,]+$/, 'A pair is two ids with a comma between them.'));
const segment = z
  .string()
  .check(z.regex(/^[^:]+:[^:]+$/, 'A segment is a question and one of its options: QUESTION:OPTION.'));

/** How a comparison is asked for: the contract's query, `points` (ids with commas), `segment` and `option`. */
export const comparisonQuery = z.object({
  base: z.optional(z.enum(['cast', 'joined', 'room'])),
  options: z.optional(z.enum(['common', 'all'])),
  /** May be given several times. */
  pair: z.optional(z.union([pair, z.array(pair).check(z.maxLength(20))])),
  points: z.optional(ids),
  segment: z.optional(segment),
  option: z.optional(z.string().check(z.maxLength(60))),
});

/** The query as the comparison takes it. */
export function comparisonAsk(query: z.infer<typeof comparisonQuery>): ComparisonAsk {
  const pairs = [query.pair ?? []].flat().map((each) => {
    const [from = '', to = ''] = each.split(',');
    return [from, to] as const;
  });
  return {
    base: query.base,
    reading: query.options,
    pairs,
    points: query.points?.split(',').filter(Boolean),
    segment: segmentOf(query.segment),
    foreground: query.option,
  };
}

function segmentOf(segment: string | undefined): ComparisonAsk['segment'] {
  if (segment === undefined) return undefined;
  const [questionId = '', optionId = ''] = segment.split(':');
  return { questionId: questionId as QuestionId, optionId };
}
