import type { QuestionSettings } from '../../shared/question.ts';

/** What every type's `Edit.svelte` takes: the settings go in, a changed copy comes out. */
export interface EditProps {
  settings: QuestionSettings;
  optionCount: number;
  /** By path as the API names it (`settings.max`). */
  errors?: Record<string, string>;
  onchange: (settings: QuestionSettings) => void;
}

/** The settings with one of them changed; what is off or empty is left out rather than stored as such. */
export function withSetting(settings: QuestionSettings, name: string, value: unknown): QuestionSettings {
  const rest = withoutSettings(settings, [name]);
  return value === undefined || value === false ? rest : { ...rest, [name]: value };
}

export function withoutSettings(settings: QuestionSettings, names: string[]): QuestionSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));
}
