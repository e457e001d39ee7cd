import * as z from 'zod/mini';
import type { Asking } from '../../../shared/asking.ts';
import { askingResults } from '../../live-event/asking-results.ts';
import type { LiveEventHost } from '../../live-event-host.ts';
import { conditionsSchema, handsSchema } from './asking-view.ts';

const share = z.nullable(z.number());

/** What a type adds stands beside what all have: `meanRank`, `mean`, … */
export const optionResultSchema = z.looseObject({
  id: z.string(),
  label: z.string(),
  count: z.int(),
  share,
  low: share,
  high: share,
  boundLow: share,
  boundHigh: share,
});

/** The result as a table, whatever the type: `bar` is how long a bar beside a row is, 0–1. */
const tableSchema = z.object({
  columns: z.array(z.object({ id: z.string(), label: z.string(), isDetail: z.optional(z.boolean()) })),
  rows: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      cells: z.array(z.string()),
      bar: z.optional(z.number()),
    }),
  ),
  main: z.optional(z.string()),
});

/** What a type adds stands beside what all have: `counts`, `words`, … */
export const resultsSchema = z.looseObject({
  askingId: z.string(),
  state: z.enum(['waiting', 'open', 'closed']),
  shown: z.boolean(),
  ballots: z.int(),
  hands: handsSchema,
  joined: z.int(),
  roomSize: z.nullable(z.object({ low: z.int(), high: z.int() })),
  haveNotAnswered: z.int(),
  late: z.int(),
  conditions: z.nullable(conditionsSchema),
  finding: z.nullable(
    z.object({ kind: z.string(), text: z.string(), rule: z.string(), leaders: z.array(z.string()) }),
  ),
  findingReason: z.optional(z.string()),
  options: z.array(optionResultSchema),
  table: tableSchema,
});

/** `mayRead`: whoever runs or reads the event sees every text that people wrote; the room what was shown to it. */
export function resultsView(
  host: LiveEventHost,
  asking: Asking,
  mayRead: boolean,
): z.infer<typeof resultsSchema> {
  return askingResults(host, asking, !mayRead);
}
