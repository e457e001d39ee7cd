import type * as z from 'zod/mini';
import type { Hands } from '../asking.ts';
import type { FieldError } from '../result.ts';
import type { RoomSize } from '../live-event.ts';
import type { QuestionSpec } from '../question.ts';
import type { FindingSaid } from '../words/finding-words.ts';
import type { TextSight, TextsOfType } from './written-text.ts';

/** Every type that is built. The contract's other names answer 501 until they have a file here. */
export type QuestionTypeName =
  'single' | 'multiple' | 'word-cloud' | 'open-text' | 'grid' | 'scale' | 'ranking' | 'points';

/** Who could have answered: what shares and findings are measured against. */
export interface RoomCount {
  joined: number;
  roomSize: RoomSize | null;
}

/**
 * One line of a result. Shares and bounds are 0–1, or null where they are not defined (n = 0, no room known, a type whose
 * answers are no shares). What else stands here is the type's own.
 */
export interface OptionResult {
  id: string;
  label: string;
  count: number;
  share: number | null;
  low: number | null;
  high: number | null;
  boundLow: number | null;
  boundHigh: number | null;
  [own: string]: unknown;
}

/** What stands there for a type whose answers are no shares. */
export const NO_SHARE = { share: null, low: null, high: null, boundLow: null, boundHigh: null };

/** `options` is empty where a type has none; what else stands here is the type's own. */
export interface Results {
  options: OptionResult[];
  [own: string]: unknown;
}

/** What a chart says, as a table: for those who cannot see it, for reports and for types without a chart of their own there. */
export interface ResultTable {
  /**
   * The head of each number column; `id` is its name in the pages' dictionaries (`column.ID`), which stand without it
   * where the label is the asker's own. `isDetail`: left out where there is little room.
   */
  columns: { id: string; label: string; isDetail?: boolean }[];
  /** `bar`: how long a bar beside the row is, as a part of the longest there may be; absent where a bar says nothing. */
  rows: { id: string; label: string; cells: string[]; bar?: number }[];
  /** The id of the column that is read first, and whose number stands beside such a bar; absent: the first. */
  main?: string;
}

/**
 * The sentence of an asking, by its stated rule; `describes` names no leader. `leaders` are the option ids the sentence is
 * about. Made by `finding()`.
 */
export interface Finding {
  kind: 'leads' | 'leads-among-answered' | 'too-close' | 'describes';
  text: string;
  /** The remote's second line: the numbers behind the sentence. */
  detail: string;
  rule: string;
  leaders: string[];
  /** What both are made of, for pages in other languages. */
  said: { text: FindingSaid; detail: FindingSaid[] };
}

/** Why there is no sentence, said plainly. Made by `noFinding()`. */
export interface NoFinding {
  kind: 'none';
  reason: string;
  said: FindingSaid;
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
 * Methods are pure but `add`, which may change the tally it is given: whoever needs the old one keeps a copy.
 */
export interface QuestionType<Answer, Tally extends TallyBase> {
  name: QuestionTypeName;
  /** Whether it is asked with options of its own. */
  takesOptions: boolean;
  /** Settings that are lists of labelled things: like options, each keeps an id of its own over edits. Absent: none. */
  lists?: readonly string[];
  /** What the settings may hold; unknown keys are refused. */
  settings: z.ZodMiniType<Record<string, unknown>>;
  /** The shape of an answer, before it is held against a question. */
  answer: z.ZodMiniType<Answer>;
  /** What is wrong with the question itself; empty when it can be asked. */
  refusesSpec(spec: QuestionSpec): FieldError[];
  /** What is wrong with this answer to this question; empty when it counts. */
  refuses(spec: QuestionSpec, answer: Answer): FieldError[];
  empty(spec: QuestionSpec): Tally;
  /** Adds (+1) or takes away (−1) one answer; a replaced ballot is −old +new. May reuse `tally`: a copy for each of thousands of ballots is what takes time. */
  add(tally: Tally, answer: Answer, sign: 1 | -1): Tally;
  /** The tally as it may be read: texts only as far as `sight` goes, and never so many that a message gets long. */
  forRoom(tally: Tally, sight: TextSight): Tally;
  /** The texts people write in its answers; absent: none. */
  texts?: TextsOfType<Answer, Tally>;
  results(spec: QuestionSpec, tally: Tally, room: RoomCount): Results;
  /** The same as a table, in ballot order. */
  table(spec: QuestionSpec, tally: Tally, room: RoomCount): ResultTable;
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
  /** The rules of its findings by name, each as a report says it; absent where sentences only describe. */
  rules?: Record<string, string>;
  /** The tally of raised hands, counted by one person; absent: hands cannot answer it. */
  ofHands?(spec: QuestionSpec, hands: Hands): Tally;
  /** An answer somebody might give: for rehearsals and simulated rooms. Always one that counts. */
  pretend(spec: QuestionSpec, mind: PretendMind): Answer;
}

/** What a made-up voter thinks. `leans` is a weight for each option, in ballot order; `random` gives 0 to 1, 1 left out. */
export interface PretendMind {
  leans: readonly number[];
  random: () => number;
}
