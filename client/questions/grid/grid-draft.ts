import type { QuestionSpec } from '../../../shared/question.ts';
import { gridOf } from '../../../shared/questions/grid-spec.ts';
import { isOnScale } from '../../../shared/questions/scale-steps.ts';
import { t } from '../../words/words.svelte.ts';
import { numberWords } from '../numbers/number-words.ts';

/** By option, then by criterion; an option without ratings has no row. */
export type Ratings = Record<string, Record<string, number>>;

export interface GridDraft {
  ratings: Ratings;
  isAbstaining: boolean;
}

interface GridAnswer {
  ratings?: Ratings;
  abstain?: true;
}

/** The draft an answer stands for; what the question no longer asks is left out. */
export function draftOf(question: QuestionSpec, answer: unknown): GridDraft {
  const { ratings = {}, abstain } = (answer ?? {}) as GridAnswer;
  const grid = gridOf(question);
  let draft: GridDraft = { ratings: {}, isAbstaining: abstain === true };
  for (const { id } of question.options)
    for (const criterion of grid.criteria) {
      const value = ratings[id]?.[criterion.id];
      if (value !== undefined && isOnScale(grid, value))
        draft = { ...draft, ratings: withRating(draft.ratings, id, criterion.id, value) };
    }
  return draft;
}

/** The ratings with one set, or taken back. */
export function withRating(
  ratings: Ratings,
  option: string,
  criterion: string,
  value: number | undefined,
): Ratings {
  const { [option]: row = {}, ...otherRows } = ratings;
  const { [criterion]: _, ...others } = row;
  const cells = value === undefined ? others : { ...others, [criterion]: value };
  return Object.keys(cells).length === 0 ? otherRows : { ...otherRows, [option]: cells };
}

/** How many of an option's criteria have no rating. */
export function missingOf(question: QuestionSpec, ratings: Ratings, option: string): number {
  return gridOf(question).criteria.length - Object.keys(ratings[option] ?? {}).length;
}

/** What the draft says, to be sent; undefined while there is nothing. */
export function answerOf({ ratings, isAbstaining }: GridDraft): GridAnswer | undefined {
  if (isAbstaining) return { abstain: true };
  return Object.keys(ratings).length === 0 ? undefined : { ratings };
}

/** What an answer says: "Designer: 4, –, 2", in the order of the criteria. */
export function wordsOf(question: QuestionSpec, answer: unknown): string[] {
  const { ratings, isAbstaining } = draftOf(question, answer);
  if (isAbstaining) return [t('scale.abstain')];
  const { criteria } = gridOf(question);
  return question.options.flatMap(({ id, label }) => {
    const row = ratings[id];
    if (!row) return [];
    const cells = criteria.map((criterion) => {
      const value = row[criterion.id];
      return value === undefined ? '–' : numberWords(value);
    });
    return [`${label}: ${cells.join(', ')}`];
  });
}
