import type { QuestionSettings } from '../../../shared/question.ts';
import { withoutSettings } from '../edit-props.ts';

/** How many may be picked, as a person says it. */
export type PickRule = 'any' | 'most' | 'least' | 'exactly' | 'between';

export interface Picks {
  rule: PickRule;
  min: number;
  max: number;
}

export function picksOf(settings: QuestionSettings, optionCount: number): Picks {
  const min = typeof settings['min'] === 'number' ? settings['min'] : undefined;
  const max = typeof settings['max'] === 'number' ? settings['max'] : undefined;
  return { rule: ruleOf(min, max), min: min ?? 1, max: max ?? Math.max(1, optionCount) };
}

function ruleOf(min: number | undefined, max: number | undefined): PickRule {
  if (min === undefined) return max === undefined ? 'any' : 'most';
  if (max === undefined) return 'least';
  return min === max ? 'exactly' : 'between';
}

/** The settings that say it; limits a rule does not have are left out. */
export function settingsOf(settings: QuestionSettings, { rule, min, max }: Picks): QuestionSettings {
  const rest = withoutSettings(settings, ['min', 'max']);
  if (rule === 'any') return rest;
  if (rule === 'most') return { ...rest, max };
  if (rule === 'least') return { ...rest, min };
  return rule === 'exactly' ? { ...rest, min: max, max } : { ...rest, min, max };
}
