import { plainNumber, type Summary } from './histogram.ts';

/** A number as people read it in English: "−0.5", with a minus sign that is no hyphen. */
export function numberText(value: number): string {
  return String(plainNumber(value)).replace('-', '−');
}

/** An average with so many decimals, also where they are noughts: "4.0". */
export function averageText(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? (0).toFixed(decimals) : text.replace('-', '−');
}

/** The ends of the middle half: "3–4", or one number where they meet. */
export function middleHalfText({ lower, upper }: Summary): string {
  return lower === upper ? numberText(lower) : `${numberText(lower)}–${numberText(upper)}`;
}

/** What stands behind a number with a unit: " km", with a space that does not break; nothing without one. */
export function unitText(unit: string | undefined): string {
  return unit === undefined ? '' : `\u00a0${unit}`;
}
