import type { QuestionSpec } from '../../../shared/question.ts';
import { ABSTAIN } from '../choice/choice-draft.ts';
import { t, type WordKey } from '../../words/words.svelte.ts';
import type { Values } from '../../../shared/words/fill.ts';

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
  if (min === max) return t('choice.exactly', { n: min });
  if (min > 1) return hasMost ? t('choice.between', { min, n: max }) : t('choice.at-least', { n: min });
  return hasMost ? t('choice.up-to', { n: max }) : t('choice.any');
}

/** What the next tick leads to: at the most nothing more, and not saying goes with nothing else. */
export function toggled(picks: readonly string[], row: string, max: number): string[] {
  if (picks.includes(row)) return picks.filter((pick) => pick !== row);
  if (row === ABSTAIN) return [ABSTAIN];
  const others = picks.filter((pick) => pick !== ABSTAIN);
  return others.length < max ? [...others, row] : others;
}

/** Where the ticking stands, and what can be done about it; null before the first tick. */
export function picksNote(
  picks: readonly string[],
  { min, max }: Limits,
  rows: number,
): { key: WordKey; values: Values } | null {
  const n = picks.length;
  if (n === 0 || picks.includes(ABSTAIN)) return null;
  const isLimited = max < rows;
  if (n < min)
    return { key: isLimited ? 'choice.more-of' : 'choice.more', values: { chosen: n, max, n: min - n } };
  if (!isLimited) return { key: 'choice.chosen', values: { n } };
  return { key: n === max ? 'choice.full' : 'choice.chosen-of', values: { n, max } };
}
