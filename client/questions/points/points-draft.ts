import type { Option, QuestionSpec } from '../../../shared/question.ts';
import { t } from '../../words/words.svelte.ts';

/** Points by option id; what is not there has none. */
export type PointsDraft = Readonly<Record<string, number>>;

interface PointsAnswer {
  points?: PointsDraft;
  abstain?: true;
}

/** A total is shared in so many steps. */
const STEPS = 20;

/** How much one press of a button or an arrow gives: 5 of 100. */
export function stepOf(total: number): number {
  return Math.max(1, Math.round(total / STEPS));
}

export function isAbstention(answer: unknown): boolean {
  return ((answer ?? {}) as PointsAnswer).abstain === true;
}

/** What an answer gave; options that the question no longer has are left out. */
export function draftOf(question: Pick<QuestionSpec, 'options'>, answer: unknown): PointsDraft {
  const { points = {} } = (answer ?? {}) as PointsAnswer;
  return Object.fromEntries(
    Object.entries(points).filter(([id]) => question.options.some((each) => each.id === id)),
  );
}

export function pointsFor(draft: PointsDraft, id: string): number {
  return draft[id] ?? 0;
}

export function leftOf(draft: PointsDraft, total: number): number {
  return total - Object.values(draft).reduce((sum, value) => sum + value, 0);
}

/** The draft with an option at a value, or as near to it as what is left allows: nothing is ever overspent. */
export function withPoints(draft: PointsDraft, id: string, wanted: number, total: number): PointsDraft {
  const most = pointsFor(draft, id) + leftOf(draft, total);
  return { ...draft, [id]: Math.max(0, Math.min(Math.round(wanted), most)) };
}

/** Some steps up or down from a value, from one round number to the next. */
export function stepped(value: number, steps: number, total: number): number {
  const step = stepOf(total);
  const round = steps > 0 ? Math.floor(value / step) : Math.ceil(value / step);
  return Math.max(0, Math.min(total, (round + steps) * step));
}

/** The same to each; what does not divide goes one by one to the first. */
export function evenly(options: readonly Pick<Option, 'id'>[], total: number): PointsDraft {
  const each = Math.floor(total / options.length);
  const more = total - each * options.length;
  return Object.fromEntries(options.map(({ id }, at) => [id, each + (at < more ? 1 : 0)]));
}

export function answerOf(draft: PointsDraft): unknown {
  return { points: Object.fromEntries(Object.entries(draft).filter(([, value]) => value > 0)) };
}

/** "Designer 35", the most first. */
export function wordsOf(question: QuestionSpec, answer: unknown): string[] {
  if (isAbstention(answer)) return [t('scale.abstain')];
  const draft = draftOf(question, answer);
  return question.options
    .map(({ id, label }) => ({ label, value: pointsFor(draft, id) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .map(({ label, value }) => `${label} ${value}`);
}
