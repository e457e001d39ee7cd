import { fnv1a } from '../fnv1a.ts';
import type { QuestionSpec } from '../question.ts';
import type { PretendMind } from './question-type.ts';
import { stepCount, valueAt, type ScaleRange } from './scale-steps.ts';

/** Of what is asked beside other things, how much a made-up voter leaves out. */
export const LEFT_OUT = 0.04;
/** How far a made-up answer may stand from what its room mostly thinks, as a part of the whole scale. */
const SPREAD = 0.9;

/**
 * A number on the scale a made-up voter might give to what `about` names. A room has a mind of its own for each thing it is
 * asked, which its question decides; the voters scatter around it.
 */
export function pretendNumber(spec: QuestionSpec, about: string, { random }: PretendMind): number {
  const range = spec.settings as unknown as ScaleRange;
  const middle = 0.25 + 0.55 * (fnv1a(spec.prompt + about) / 2 ** 32);
  const away = (random() + random() + random()) / 3 - 0.5;
  const place = Math.min(1, Math.max(0, middle + SPREAD * away));
  return valueAt(range, Math.round(place * (stepCount(range) - 1)));
}
