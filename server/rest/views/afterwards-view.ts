import * as z from 'zod/mini';

/** `question`, `tick` and `own` are as the socket has them: a phone draws them with what it draws results with. */
export const afterwardsSchema = z.object({
  title: z.string(),
  startsOn: z.nullable(z.string()),
  results: z.array(
    z.object({
      question: z.unknown(),
      tick: z.unknown(),
      own: z.unknown(),
      isByHand: z.optional(z.literal(true)),
    }),
  ),
  comparisons: z.array(z.object({ questionId: z.string(), prompt: z.string() })),
  link: z.nullable(z.object({ label: z.string(), url: z.string() })),
});
