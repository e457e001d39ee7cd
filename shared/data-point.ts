import type { DataPointId, OptionId, QuestionId } from './ids.ts';

/** When something was asked, as exactly as it is known: the date is the first day of the month or year it names. */
export interface When {
  /** `YYYY-MM-DD`. */
  date: string;
  precision: 'day' | 'month' | 'year';
}

/** How the words relate to the question they are kept under. */
export type Wording = 'exact' | 'rough' | 'unknown';

/** How exact the numbers are, from whole counts to words alone. */
export type Exactness = 'counts' | 'percent-of-n' | 'percent-of-about-n' | 'remembered' | 'words';

/** What was reported of one option. Shares are 0–1; a range is what a person entered, both ends or none. */
export interface ReportedResult {
  label: string;
  /** The option of the question it was said to be when it was entered; an alignment goes over it. */
  optionId?: OptionId;
  count?: number;
  share?: number;
  shareLow?: number;
  shareHigh?: number;
  /** "little support". */
  words?: string;
}

/** The file a result was read from. */
export interface ImportedFrom {
  tool: 'mentimeter' | 'slido' | 'poll-everywhere' | 'pigeonhole' | 'table';
  file: string;
  /** Hexadecimal SHA-256 of the file's bytes. */
  sha256: string;
}

/** A result that came from elsewhere, with its provenance and how exact it is. */
export interface DataPoint {
  id: DataPointId;
  questionId: QuestionId;
  label: string;
  when: When;
  /** Read before the vote had ended. */
  interim: boolean;
  audience: string;
  audienceTags: string[];
  /** How they were reached: "open poll on LinkedIn". */
  reached: string | null;
  askedBy: string | null;
  /** How it was counted: "LinkedIn poll", "show of hands". */
  method: string;
  /** The words that were asked, where they are known. */
  prompt: string | null;
  wording: Wording;
  /** Labels of all options offered, in their order; null where they are not known. */
  optionsOffered: string[] | null;
  source: { url?: string; note?: string } | null;
  base: 'cast' | 'room';
  exactness: Exactness;
  /** How many answered (or stood in the room, with that base); null where nobody knows. */
  n: number | null;
  /** The range a person entered where n is "about"; null where n is exact or unknown. */
  nLow: number | null;
  nHigh: number | null;
  results: ReportedResult[];
  imported: ImportedFrom | null;
  /** Integer milliseconds. */
  createdAt: number;
  /** Whoever entered it; null: the machine itself (the demo). */
  createdBy: string | null;
}

/** A picture or document that shows where a data point comes from. Its bytes are kept beside it. */
export interface Evidence {
  dataPointId: DataPointId;
  name: string;
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp' | 'application/pdf';
  size: number;
  sha256: string;
  addedAt: number;
}
