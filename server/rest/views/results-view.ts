import * as z from 'zod/mini';
import type { Asking } from '../../../shared/asking.ts';
import { askingResults } from '../../live-event/asking-results.ts';
import type { LiveEventHost } from '../../live-event-host.ts';
import { conditionsSchema } from './asking-view.ts';

const share = z.nullable(z.number());

export const optionResultSchema = z.object({
  id: z.string(),
  label: z.string(),
  count: z.int(),
  share,
  low: share,
  high: share,
  boundLow: share,
  boundHigh: share,
});

export const resultsSchema = z.object({
  askingId: z.string(),
  state: z.enum(['waiting', 'open', 'closed']),
  shown: z.boolean(),
  ballots: z.int(),
  joined: z.int(),
  roomSize: z.nullable(z.object({ low: z.int(), high: z.int() })),
  haveNotAnswered: z.int(),
  conditions: z.nullable(conditionsSchema),
  finding: z.nullable(z.object({ kind: z.string(), text: z.string(), rule: z.string() })),
  findingReason: z.optional(z.string()),
  options: z.array(optionResultSchema),
  others: z.optional(z.array(z.object({ text: z.string(), count: z.int(), shown: z.boolean() }))),
});

/** `withOthers`: the texts of "other" too, which only those who run or read the event see. */
export function resultsView(
  host: LiveEventHost,
  asking: Asking,
  withOthers: boolean,
): z.infer<typeof resultsSchema> {
  return { ...askingResults(host, asking), ...(withOthers ? { others: othersOf(host, asking) } : {}) };
}

/** Most often said first. */
function othersOf(host: LiveEventHost, asking: Asking): { text: string; count: number; shown: boolean }[] {
  const tally = host.tallyOf(asking.id);
  const said = 'others' in tally ? (tally.others as Record<string, number>) : {};
  return Object.entries(said)
    .map(([text, count]) => ({ text, count, shown: asking.shownOthers.includes(text) }))
    .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text));
}
