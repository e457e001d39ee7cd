import type { QuestionSpec } from '../question.ts';
import type { Labelled } from './labelled.ts';
import type { ScaleRange } from './scale-steps.ts';

// Pure, without a schema: phones load it too.

/** A scale's settings once they are stored: statements have their ids. */
export interface ScaleSettings extends ScaleRange {
  lowLabel?: string;
  highLabel?: string;
  unit?: string;
  statements?: Labelled[];
  abstain?: boolean;
}

export function scaleOf({ settings }: Pick<QuestionSpec, 'settings'>): ScaleSettings {
  return settings as unknown as ScaleSettings;
}
