import type { OptionId } from '../../../shared/ids.ts';
import type { QuestionView } from '../entities.ts';

/** The option of any version that is called so, the newest first; undefined where none is. */
export function optionCalled(
  { versions }: Pick<QuestionView, 'versions'>,
  label: string,
): OptionId | undefined {
  const options = versions.flatMap((version) => version.options).reverse();
  return options.find((option) => option.label.toLowerCase() === label.toLowerCase())?.id;
}
