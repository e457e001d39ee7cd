import * as z from 'zod/mini';

const share = z.nullable(z.number());
const number = z.nullable(z.number());
const interval = z.nullable(z.object({ low: z.number(), high: z.number() }));
const base = z.enum(['cast', 'joined', 'room']);
const reading = z.enum(['common', 'all']);
const words = z.optional(z.string());

const pointOption = z.object({
  optionId: z.string(),
  state: z.enum(['counted', 'given', 'unreported', 'not-offered', 'unknown']),
  count: z.optional(z.int()),
  share,
  low: share,
  high: share,
  boundLow: z.optional(share),
  boundHigh: z.optional(share),
  words,
});

const disclosure = z.object({
  asked: z.string(),
  whoAnswered: z.string(),
  reached: z.string(),
  wording: z.string(),
  options: z.string(),
  responseRate: z.string(),
  knownHow: z.string(),
  whileVoting: z.string(),
  source: z.string(),
});

/** A phrase by its name with what it is filled with, for pages in other languages. */
const said = z.object({ key: z.string(), values: z.record(z.string(), z.unknown()) });

const when = z.object({ date: z.string(), precision: z.enum(['day', 'month', 'year']) });

const point = z.object({
  id: z.string(),
  kind: z.enum(['asking', 'data-point']),
  label: z.string(),
  whenText: z.string(),
  when,
  provenance: z.enum(['counted-here', 'brought-in', 'remembered']),
  exactness: z.enum(['counts', 'percent-of-n', 'percent-of-about-n', 'remembered', 'words']),
  interim: z.boolean(),
  place: z.nullable(z.string()),
  audience: z.nullable(z.string()),
  audienceTags: z.array(z.string()),
  eventId: z.nullable(z.string()),
  base,
  n: number,
  nText: z.string(),
  said: z.object({ when: z.union([said, when]), answered: said }),
  nLow: z.optional(z.number()),
  nHigh: z.optional(z.number()),
  of: z.optional(z.number()),
  options: z.array(pointOption),
  unmapped: z.array(
    z.object({ label: z.string(), count: z.optional(z.number()), share: z.optional(z.number()), words }),
  ),
  disclosure,
  note: z.nullable(z.string()),
});

const optionDifference = z.object({
  optionId: z.string(),
  difference: number,
  low: number,
  high: number,
  clear: z.boolean(),
  verdict: z.enum(['shift', 'difference', 'chance', 'options-changed', 'not-comparable']),
  shares: z.object({ from: interval, to: interval }),
  p: z.optional(z.number()),
});

const test = z.object({
  method: z.enum(['fisher', 'monte-carlo', 'chi-square']),
  statistic: z.optional(z.number()),
  df: z.optional(z.int()),
  p: z.number(),
  cramersV: z.number(),
});

const transitions = z.object({
  options: z.readonly(z.array(z.string())),
  moved: z.array(z.array(z.int())),
  notAgain: z.array(z.int()),
  onlySecond: z.array(z.int()),
  both: z.int(),
});

const difference = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['two-groups', 'same-people']),
  isAlike: z.boolean(),
  unlike: z.array(z.string()),
  reading,
  n: z.object({ from: number, to: number }),
  options: z.array(optionDifference),
  test: z.nullable(test),
  reason: z.optional(z.string()),
  unable: z.optional(said),
  notAgain: z.optional(z.int()),
  transitions: z.optional(transitions),
});

/** The whole answer, as `shared/comparison/comparison.ts` names its parts. */
export const comparisonSchema = z.object({
  question: z.object({ id: z.string(), type: z.string(), prompt: z.string(), version: z.int() }),
  base,
  reading,
  options: z.array(
    z.object({
      optionId: z.string(),
      label: z.string(),
      optionIds: z.array(z.string()),
      isCommon: z.boolean(),
    }),
  ),
  foreground: z.nullable(z.string()),
  points: z.array(point),
  differences: z.array(difference),
  sentences: z.array(z.string()),
  said: z.array(said),
  howWeKnow: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), text: z.string() })),
});
