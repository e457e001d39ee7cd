import { percentWords } from '../../shared/comparison/number-words.ts';

/** A share (0–1) as people read it: "38 %" with a space that does not break, or a dash where nobody answered. */
export function percent(share: number | null): string {
  return share === null ? '–' : percentWords(share);
}
