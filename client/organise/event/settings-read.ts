import type { QuestionSettings } from '../../../shared/question.ts';
import type { QuestionTypeName } from '../../../shared/questions/question-type.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import { STARTS_WITH } from '../../questions/edits.ts';

/** The settings a new question of a type begins with, and of what was read out of its words as much as the type takes. */
export function settingsRead(type: QuestionTypeName, read: QuestionSettings): QuestionSettings {
  const { settings: takes } = questionType(type);
  let settings = STARTS_WITH[type] ?? {};
  for (const [name, value] of Object.entries(read)) {
    const more = { ...settings, [name]: value };
    if (takes.safeParse(more).success) settings = more;
  }
  return settings;
}
