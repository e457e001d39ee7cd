import type { LastTime } from '../../../shared/comparison/last-time.ts';
import type { QuestionSpec } from '../../../shared/question.ts';
import { normal } from '../../../shared/questions/pretend-pace.ts';
import type { Answers } from '../../../shared/rehearsal.ts';

/** Of two that are level, each; the others share what is left. */
const LEVEL = 0.36;

/** What a made-up room leans to: a weight for each option, in ballot order. */
export function pretendLeans(
  { options }: Pick<QuestionSpec, 'options'>,
  answers: Answers,
  lastTime: LastTime | null,
  random: () => number,
): number[] {
  if (answers === 'close') return options.map((_option, index) => (index < 2 ? LEVEL : rest(options.length)));
  const shares = new Map(lastTime?.options.map(({ optionId, share }) => [optionId as string, share]));
  const before = options.map(({ id }) => shares.get(id) ?? 0);
  const isKnown = before.some((share) => share > 0);
  if (answers === 'last-room' && isKnown) return before;
  return options.map(() => Math.exp(0.8 * normal(random)));
}

function rest(options: number): number {
  return (1 - 2 * LEVEL) / Math.max(1, options - 2);
}
