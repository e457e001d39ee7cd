import type { Option, QuestionSpec } from '../../../shared/question.ts';
import { placesOf } from '../../../shared/questions/ranking-spec.ts';
import { t } from '../../words/words.svelte.ts';

interface RankingAnswer {
  order?: string[];
  abstain?: true;
}

export function isAbstention(answer: unknown): boolean {
  return ((answer ?? {}) as RankingAnswer).abstain === true;
}

/**
 * The ids that have a place, in order. Where all are put in order all stand there from the beginning, as this phone has
 * them; the first n of more begin with none.
 */
export function placedAtFirst(
  question: QuestionSpec,
  options: readonly Pick<Option, 'id'>[],
  answer: unknown,
): string[] {
  const { order = [] } = (answer ?? {}) as RankingAnswer;
  const ids: string[] = options.map(({ id }) => id);
  const given = order.filter((id) => ids.includes(id));
  if (placesOf(question) < ids.length) return given;
  return [...given, ...ids.filter((id) => !given.includes(id))];
}

/** One place up (−1) or down (+1); at the end nothing moves. */
export function moved(placed: readonly string[], id: string, by: -1 | 1): string[] {
  const from = placed.indexOf(id);
  const to = from + by;
  const other = placed[to];
  if (from < 0 || other === undefined) return [...placed];
  return placed.map((each, at) => (at === from ? other : at === to ? id : each));
}

/** "1. Designer", the first first. */
export function wordsOf({ options }: QuestionSpec, answer: unknown): string[] {
  if (isAbstention(answer)) return [t('scale.abstain')];
  const { order = [] } = (answer ?? {}) as RankingAnswer;
  return order.flatMap((id, at) => {
    const label = options.find((option) => option.id === id)?.label;
    return label === undefined ? [] : [`${at + 1}. ${label}`];
  });
}

/** Where an answer put an option, from 1; 0 where it has no place. */
export function placeIn(answer: unknown, id: string): number {
  const { order = [] } = (answer ?? {}) as RankingAnswer;
  return order.indexOf(id) + 1;
}
