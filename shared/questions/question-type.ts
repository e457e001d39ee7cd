import type * as z from 'zod/mini';
import type { FieldError } from '../result.ts';
import type { RoomSize } from '../live-event.ts';
import type { QuestionSpec } from '../question.ts';

/** Every type that is built. The contract's other names answer 501 until they have a file here. */
export type QuestionTypeName = 'single' | 'multiple';

/** Who could have answered: what shares and findings are measured against. */
export interface RoomCount {
  joined: number;
  roomSize: RoomSize | null;
}

/** One line of a result. Shares and bounds are 0–1, or null where they are not defined (n = 0, no room known). */
export interface OptionResult {
  id: string;
  label: string;
  count: number;
  share: number | null;
  low: number | null;
  high: number | null;
  boundLow: number | null;
  boundHigh: number | null;
}

export interface Results {
  options: OptionResult[];
}

/** The sentence of an asking, by its stated rule. `leaders` are the option ids the sentence is about. */
export interface Finding {
  kind: 'leads' | 'leads-among-answered' | 'too-close';
  text: string;
  /** The remote's second line: the numbers behind the sentence. */
  detail: string;
  rule: string;
  leaders: string[];
}

/** Why there is no sentence, said plainly. */
export interface NoFinding {
  kind: 'none';
  reason: string;
}

/** What every tally says, whatever its type. */
export interface TallyBase {
  ballots: number;
  abstained: number;
}

export const ABSTAIN_ID = 'abstain';
export const OTHER_ID = 'other';

/**
 * A way of asking. One file per type, one line in `registry.ts`; nothing else may switch on the type.
 * Methods are pure: a tally comes in, a new tally goes out.
 */
export interface QuestionType<Answer, Tally extends TallyBase> {
  name: QuestionTypeName;
  /** What the settings may hold; unknown keys are refused. */
  settings: z.ZodMiniType<Record<string, unknown>>;
  /** The shape of an answer, before it is held against a question. */
  answer: z.ZodMiniType<Answer>;
  /** What is wrong with the question itself; empty when it can be asked. */
  refusesSpec(spec: QuestionSpec): FieldError[];
  /** What is wrong with this answer to this question; empty when it counts. */
  refuses(spec: QuestionSpec, answer: Answer): FieldError[];
  empty(spec: QuestionSpec): Tally;
  /** Adds (+1) or takes away (−1) one answer; a replaced ballot is −old +new. */
  add(tally: Tally, answer: Answer, sign: 1 | -1): Tally;
  /** The tally as the room may see it: free text only where an organiser has shown it. */
  forRoom(tally: Tally, shownOthers: readonly string[]): Tally;
  results(spec: QuestionSpec, tally: Tally, room: RoomCount): Results;
  /** The labels of an answer, in ballot order: the `answer` column joins them. */
  labels(spec: QuestionSpec, answer: Answer): string[];
  /** The type's own columns after the fixed ones, and one ballot's cells for them. */
  columns(spec: QuestionSpec): string[];
  row(spec: QuestionSpec, answer: Answer): string[];
  /** How many options one answer may hold: several may overlap, so their shares do not add up. */
  picks: 'one' | 'several';
  /** The ids an answer holds: of options, `other`, `abstain`. */
  pickedIds(answer: Answer): string[];
  comparedBy: 'shares' | 'means' | 'ranks' | 'nothing';
  finding(spec: QuestionSpec, tally: Tally, room: RoomCount): Finding | NoFinding;
}
