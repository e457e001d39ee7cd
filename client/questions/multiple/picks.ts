import type { QuestionSpec } from '../../../shared/question.ts';
import { ABSTAIN } from '../choice/choice-draft.ts';

export interface Limits {
  min: number;
  max: number;
}

export function limitsOf({ options, settings }: QuestionSpec): Limits {
  const most = options.length + (settings['other'] === true ? 1 : 0);
  const { min, max } = settings;
  return { min: typeof min === 'number' ? min : 1, max: typeof max === 'number' ? max : most };
}

/** "Choose up to 3", "Choose exactly 2". */
export function picksHint(question: QuestionSpec): string {
  const { min, max } = limitsOf(question);
  const hasMost = typeof question.settings['max'] === 'number';
  if (min === max) return `Choose exactly ${min}`;
  if (min > 1) return hasMost ? `Choose ${min} to ${max}` : `Choose at least ${min}`;
  return hasMost ? `Choose up to ${max}` : 'Choose as many as you like';
}

/** What the next tick leads to: at the most nothing more, and not saying goes with nothing else. */
export function toggled(picks: readonly string[], row: string, max: number): string[] {
  if (picks.includes(row)) return picks.filter((pick) => pick !== row);
  if (row === ABSTAIN) return [ABSTAIN];
  const others = picks.filter((pick) => pick !== ABSTAIN);
  return others.length < max ? [...others, row] : others;
}

/** Where the ticking stands, and what can be done about it. Empty before the first tick. */
export function picksNote(
  picks: readonly string[],
  { min, max }: Limits,
  rows: number,
): { count: string; rest: string } {
  const n = picks.length;
  if (n === 0 || picks.includes(ABSTAIN)) return { count: '', rest: '' };
  const count = max < rows ? `${n} of ${max}` : String(n);
  if (n < min) return { count, rest: `chosen. ${min - n} more to choose.` };
  return { count, rest: n === max && max < rows ? 'chosen. To take another, untick one.' : 'chosen.' };
}
