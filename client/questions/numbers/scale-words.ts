import { unitText } from '../../../shared/questions/number-text.ts';
import type { ScaleSettings } from '../../../shared/questions/scale-spec.ts';
import type { Bin } from '../../../shared/questions/scale-steps.ts';
import { t } from '../../words/words.svelte.ts';
import { numberWords } from './number-words.ts';

type Ends = Pick<ScaleSettings, 'min' | 'max' | 'lowLabel' | 'highLabel'>;

/** "7", "7 km". */
export function valueWords(value: number, unit: string | undefined): string {
  return `${numberWords(value)}${unitText(unit)}`;
}

/** "7", "10–19". */
export function binWords({ from, to }: Bin): string {
  return from === to ? numberWords(from) : `${numberWords(from)}–${numberWords(to)}`;
}

/** What the end is called at which a number stands; undefined between the ends, and where nobody named it. */
export function endLabel({ min, max, lowLabel, highLabel }: Ends, value: number): string | undefined {
  if (value === min) return lowLabel;
  return value === max ? highLabel : undefined;
}

/** As a screen reader says it: "1, not at all". */
export function spokenValue(ends: Ends & { unit?: string | undefined }, value: number): string {
  const name = endLabel(ends, value);
  return `${valueWords(value, ends.unit)}${name === undefined ? '' : `, ${name}`}`;
}

/** "1 hardly, 5 very well"; "1 to 5" where the ends have no names. */
export function endsWords({
  min,
  max,
  lowLabel,
  highLabel,
  unit,
}: Ends & { unit?: string | undefined }): string {
  const [low, high] = [numberWords(min), valueWords(max, unit)];
  if (lowLabel === undefined && highLabel === undefined) return t('scale.from-to', { low, high });
  return `${low} ${lowLabel ?? ''}, ${high} ${highLabel ?? ''}`.replace(/ (?=,|$)/g, '');
}
