import type { QuestionSpec } from '../../shared/question.ts';
import { QUESTION_TYPES, type AnyQuestionType } from '../../shared/questions/registry.ts';
import { normal } from '../../shared/questions/pretend-pace.ts';
import { seeded, type Random } from './random.ts';

/** Label in lower case → the share of the room that holds it, 0–1. */
export type Lean = Readonly<Record<string, number>>;

/** What most of this room thinks of a question: a weight per option, in ballot order. */
export type Opinion = readonly number[];

/**
 * The room's opinion of a question. The same seed and the same words give the same opinion; one or two options lead, as
 * in most rooms. What `lean` names gets its share, and the others share the rest.
 */
export function opinionOf(spec: QuestionSpec, seed: number, lean: Lean = {}): Opinion {
  const random = seeded(seed, 'opinion', spec.prompt);
  const drawn = spec.options.map(() => Math.exp(1.1 * normal(random)));
  const named = spec.options.map(({ label }) => lean[label.trim().toLowerCase()]);
  const given = named.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const free = drawn.reduce((sum, weight, index) => sum + (named[index] === undefined ? weight : 0), 0);
  const rest = Math.max(0, 1 - given);
  return drawn.map((weight, index) => named[index] ?? (free === 0 ? 0 : (weight / free) * rest));
}

/** One voter's answer, or undefined for a question of a type this crowd does not know. */
export function answerTo(spec: QuestionSpec, opinion: Opinion, random: Random): unknown {
  const types: Partial<Record<string, AnyQuestionType>> = QUESTION_TYPES;
  return types[spec.type]?.pretend(spec, { leans: opinion, random });
}
