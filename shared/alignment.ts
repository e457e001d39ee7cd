import type { DataPointId, OptionId, QuestionId } from './ids.ts';

/** What a person decided about one option: the words of the matching page. */
export type AlignmentKind = 'same' | 'renamed' | 'merged' | 'split' | 'added' | 'dropped';

/** An option as it was offered somewhere: one of the question's own by id, or one of a data point by its label. */
export type OfferedOption = { optionId: OptionId } | { dataPointId: DataPointId; label: string };

/** One option and the options of the question it stands for; none: it stands for no option (added or dropped). */
export interface AlignmentMap {
  from: OfferedOption;
  to: OptionId[];
  as: AlignmentKind;
}

/**
 * Which options stand for the same thing, decided by a person. A later revision goes over an earlier one; all are kept.
 * What no map names keeps its own id, or the `optionId` of its data point, or stands for nothing.
 */
export interface Alignment {
  questionId: QuestionId;
  /** From 1. */
  revision: number;
  maps: AlignmentMap[];
  decidedBy: string | null;
  decidedAt: number;
}
