import type { QuestionSpec } from '../../../shared/question.ts';
import { totalOf } from '../../../shared/questions/points-spec.ts';
import type { Said } from '../../../shared/words/fill.ts';
import type { WordKey } from '../../words/words.svelte.ts';

/** What the lines under the bars mean. */
export function pointsMargin(question: QuestionSpec): Said<WordKey>[] {
  return [
    { key: 'points.short-line', values: {} },
    { key: 'points.long-line', values: {} },
    { key: 'points.add-up', values: { total: totalOf(question) } },
  ];
}
