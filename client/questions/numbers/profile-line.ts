import type { Summary } from '../../../shared/questions/histogram.ts';

/** One average in a list of them. */
export interface ProfileLine {
  id: string;
  label: string;
  /** Null where nobody answered. */
  summary: Summary | null;
  /** What this phone said. */
  own: number | undefined;
  /** The highest of those it stands beside. */
  isTop?: boolean | undefined;
}
