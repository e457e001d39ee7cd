import type { QuestionSpec } from '../../../shared/question.ts';
import type { TallyBase } from '../../../shared/questions/question-type.ts';
import { scaleOf } from '../../../shared/questions/scale-spec.ts';
import type { Said } from '../../../shared/words/fill.ts';
import type { WordKey } from '../../words/words.svelte.ts';
import type { RevealStep } from '../result-props.ts';
import { MOST_SQUARES } from './columns-layout.ts';

/** How the chart of a scale is read: what its marks are, as they come. */
export function scaleMargin(
  question: QuestionSpec,
  reveal: RevealStep | null,
  { ballots, abstained }: TallyBase,
): Said<WordKey>[] {
  return keysOf(question, reveal, ballots - abstained).map((key) => ({ key, values: {} }));
}

function keysOf(question: QuestionSpec, reveal: RevealStep | null, given: number): WordKey[] {
  if (scaleOf(question).statements) return ['scale.disc', 'scale.line'];
  const squares: WordKey[] = given > MOST_SQUARES ? [] : ['scale.square'];
  return reveal === null ? squares : [...squares, 'scale.line', 'scale.triangle'];
}
