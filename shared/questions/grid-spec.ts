import type { QuestionSpec } from '../question.ts';
import type { Labelled } from './labelled.ts';
import type { ScaleRange } from './scale-steps.ts';

// Pure, without a schema: phones load it too.

/** A grid's settings once they are stored: criteria have their ids. */
export interface GridSettings extends ScaleRange {
  criteria: Labelled[];
  lowLabel?: string;
  highLabel?: string;
  abstain?: boolean;
}

export function gridOf({ settings }: Pick<QuestionSpec, 'settings'>): GridSettings {
  return settings as unknown as GridSettings;
}
