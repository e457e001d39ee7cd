import * as z from 'zod/mini';
import { latestVersion } from '../../../shared/question.ts';
import type { BroughtIn } from '../../import/results/bring-in.ts';

const textOrNull = z.nullable(z.string());

const proposal = z.object({
  questionId: z.string(),
  prompt: z.string(),
  isSameWording: z.boolean(),
  optionMap: z.array(z.object({ label: z.string(), optionId: textOrNull })),
  matched: z.int(),
  of: z.int(),
});

export const understoodFileSchema = z.object({
  tool: z.string(),
  file: z.string(),
  sha256: z.string(),
  heldOn: textOrNull,
  people: z.nullable(z.int()),
  items: z.array(
    z.object({
      index: z.int(),
      prompt: textOrNull,
      session: textOrNull,
      heldOn: textOrNull,
      kind: z.enum(['single', 'multiple']),
      kindText: z.string(),
      n: z.nullable(z.int()),
      nText: z.string(),
      exactness: z.string(),
      results: z.array(
        z.object({ label: z.string(), count: z.optional(z.int()), share: z.optional(z.number()) }),
      ),
      hasAllOptions: z.boolean(),
      proposal: z.nullable(proposal),
      problems: z.array(z.string()),
    }),
  ),
  unplaced: z.array(z.object({ what: z.string(), why: z.string(), rows: z.optional(z.array(z.string())) })),
});

export const broughtInSchema = z.object({
  dataPoints: z.array(z.object({ id: z.string(), questionId: z.string() })),
  questions: z.array(z.object({ id: z.string(), prompt: z.string() })),
});

export function broughtInView({ points, questions }: BroughtIn): z.infer<typeof broughtInSchema> {
  return {
    dataPoints: points.map(({ id, questionId }) => ({ id, questionId })),
    questions: questions.map((question) => ({ id: question.id, prompt: latestVersion(question).prompt })),
  };
}
