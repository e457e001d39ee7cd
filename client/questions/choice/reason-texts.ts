import type { ChoiceTally } from '../../../shared/questions/choice.ts';
import { OTHER_ID, type TallyBase } from '../../../shared/questions/question-type.ts';
import type { QuestionSpec } from '../../../shared/question.ts';
import { reasonsOf } from '../../../shared/questions/why.ts';
import { t } from '../../words/words.svelte.ts';

export interface ReasonText {
  text: string;
  /** What was chosen with it. */
  labels: string[];
}

/** The reasons the room may see, the one shown last first. */
export function reasonTexts({ options }: QuestionSpec, tally: TallyBase | null): ReasonText[] {
  if (!tally) return [];
  const { newest = [] } = tally as ChoiceTally;
  const place = new Map(newest.map((text, at) => [text, at]));
  const labelOf = (id: string): string =>
    id === OTHER_ID ? t('choice.other-short') : (options.find((option) => option.id === id)?.label ?? '');
  return reasonsOf(tally as ChoiceTally)
    .sort((a, b) => (place.get(a.text) ?? 0) - (place.get(b.text) ?? 0))
    .map(({ text, optionIds }) => ({ text, labels: optionIds.map(labelOf).filter(Boolean) }));
}
