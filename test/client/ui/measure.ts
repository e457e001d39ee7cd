import type { MeasureText } from '../../../client/ui/text-fit.ts';

const known = new Map<string, number>();

/** About as wide as the face of the screen sets letters: narrow, broad, and the rest; heavier is wider. */
export const measure: MeasureText = (text, weight) => {
  const ems = known.get(text) ?? emsOf(text);
  known.set(text, ems);
  return ems * (1 + (weight - 560) / 4000);
};

function emsOf(text: string): number {
  let ems = 0;
  for (const letter of text)
    ems += "iljtfr.,:;|!’' ".includes(letter) ? 0.28 : 'mwMW@'.includes(letter) ? 0.86 : 0.54;
  return ems;
}
