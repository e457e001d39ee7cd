import type { Snippet } from 'svelte';
import type { LastTime, Shift } from '../../shared/comparison/last-time.ts';
import type { QuestionSpec } from '../../shared/question.ts';
import type { Finding, NoFinding, RoomCount, TallyBase } from '../../shared/questions/question-type.ts';
import type { MeasureText } from '../ui/text-fit.ts';

/** How far the reveal has come: each step keeps what the ones before brought. */
export type RevealStep = 'question' | 'then' | 'bars' | 'order' | 'sentence';

const STEPS: readonly RevealStep[] = ['question', 'then', 'bars', 'order', 'sentence'];

export function hasReached(step: RevealStep, wanted: RevealStep): boolean {
  return STEPS.indexOf(step) >= STEPS.indexOf(wanted);
}

/** What every type's `Result.svelte` takes: the chart of one asking on the projected screen. */
export interface ResultProps {
  question: QuestionSpec;
  /** As the room may see it; null while results are hidden. */
  tally: TallyBase | null;
  room: RoomCount;
  finding: Finding | NoFinding | null;
  /** Null until the asking is revealed. */
  reveal: RevealStep | null;
  /** The result before this one, as far as the room may see it. */
  lastTime: LastTime | null;
  /** What moved since then; null until the asking is revealed. */
  shifts: readonly Shift[] | null;
  /** The room there is, in u. */
  width: number;
  height: number;
  measure: MeasureText;
  /** What stands at the foot while results are hidden. */
  hiddenWords: string;
  /** Said above the chart in place of anything the chart would say there: that the line is lost. */
  note?: Snippet | undefined;
}
