import type { Exactness, ImportedFrom } from './data-point.ts';
import type { OptionId, QuestionId } from './ids.ts';

/** What was understood of a file, or of a pasted table, with results of another tool. Nothing of it is stored yet. */
export interface UnderstoodFile extends ImportedFrom {
  /** `YYYY-MM-DD`, where the whole file speaks of one day. */
  heldOn: string | null;
  /** How many people answered anything; null where the file does not tell people apart. */
  people: number | null;
  items: UnderstoodItem[];
  unplaced: Unplaced[];
}

/** One question of the file with its result. */
export interface UnderstoodItem {
  /** Its place in the file from 1, also what `bring-in` calls it by. */
  index: number;
  /** The words that were asked; null where the file does not say. */
  prompt: string | null;
  /** Which of several sessions of the file; null where there is one. */
  session: string | null;
  /** The day of this session; null where the file does not say. */
  heldOn: string | null;
  kind: 'single' | 'multiple';
  /** "one choice, 6 options". */
  kindText: string;
  n: number | null;
  /** "32"; "not said" where n is null. */
  nText: string;
  exactness: Exactness;
  /** In the file's order; shares are 0–1. */
  results: UnderstoodResult[];
  /** Whether these are all the options that were offered, those nobody chose included. */
  hasAllOptions: boolean;
  proposal: ItemProposal | null;
  /** What contradicts itself, with the line or option named. Kept under a question it does not fit, it is refused. */
  problems: string[];
}

export interface UnderstoodResult {
  label: string;
  count?: number;
  share?: number;
}

/** The question of ours that this looks like. Only a person decides. */
export interface ItemProposal {
  questionId: QuestionId;
  prompt: string;
  /** Whether the words are the same but for case, accents and punctuation. */
  isSameWording: boolean;
  optionMap: OptionMapping[];
  /** How many of the file's options were found among ours. */
  matched: number;
  of: number;
}

export interface OptionMapping {
  label: string;
  optionId: OptionId | null;
}

/** What could not be placed, with the reason; `rows` shows some of it. */
export interface Unplaced {
  what: string;
  why: string;
  rows?: string[];
}
