import type { QuestionSpec } from '../question.ts';

/** How many places are given: all, or the first n. */
export function placesOf({ options, settings }: Pick<QuestionSpec, 'options' | 'settings'>): number {
  const { places } = settings;
  return typeof places === 'number' ? Math.min(places, options.length) : options.length;
}
