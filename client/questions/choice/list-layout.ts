import { linesOf, type MeasureText } from '../../ui/text-fit.ts';

export interface ListLayout {
  size: number;
  /** Above and below the text of a row. */
  pad: number;
}

const SIZES = [76, 70, 62, 58, 54, 50, 46, 42, 39, 36, 33, 30, 28, 26, 24, 22, 20];
const LARGE_UP_TO = 4;
const LARGEST = 62;
const LINE = 1.16;
const STYLE = { weight: 560, tracking: -0.016 };

/** The largest size at which all options fit one under the other, in u. */
export function listLayout(
  labels: readonly string[],
  width: number,
  height: number,
  measure: MeasureText,
): ListLayout {
  const sizes = SIZES.filter((size) => size <= LARGEST || labels.length <= LARGE_UP_TO);
  const fits = (size: number) => {
    const lines = labels.reduce((sum, label) => sum + linesOf(label, width / size, STYLE, measure), 0);
    return lines * size * LINE + labels.length * (2 * padOf(size) + 2) <= height;
  };
  const size = sizes.find(fits) ?? 20;
  return { size, pad: padOf(size) };
}

function padOf(size: number): number {
  return size * 0.145;
}
