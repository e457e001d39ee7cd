import type { QuestionSpec } from '../question.ts';
import type { FieldError } from '../result.ts';

/** A question that is answered in words of one's own has no options. */
export function refusesOptions({ options }: QuestionSpec): FieldError[] {
  return options.length === 0
    ? []
    : [{ path: 'options', message: 'This is answered in people’s own words: it takes no options.' }];
}
