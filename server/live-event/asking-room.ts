import type { VoterNumber } from '../../shared/ballot.ts';
import type { QuestionSpec } from '../../shared/question.ts';
import type { TallyBase } from '../../shared/questions/question-type.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { TextDecision } from '../../shared/questions/written-text.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { fieldErrors } from '../field-errors.ts';
import type { Language } from '../../shared/words/languages.ts';

interface Counted {
  revision: number;
  answer: unknown;
  language: Language | undefined;
  castAt: number;
}

/** An answer longer than this is refused; the phone never queues one. */
const MOST_ANSWER_BYTES = 8192;
const MOST_ERRORS = 5;

/** What the host holds in memory of one asking: its tally, each voter's counted ballot, and who has joined. */
export class AskingRoom {
  readonly spec: QuestionSpec;
  readonly ballots = new Map<VoterNumber, Counted>();
  readonly joined = new Set<VoterNumber>();
  /** What was decided about what people wrote. */
  readonly decisions = new Map<string, TextDecision>();
  /** Whose ballot came after the close, and is not counted since. */
  readonly late = new Set<VoterNumber>();
  /** Revisions on their way to the disk, the first of each voter: with one vote a phone, another is refused at once. */
  readonly underway = new Map<VoterNumber, number>();
  /** Whether the tally came from the store, or must be counted from ballots. */
  readonly isStored: boolean;
  tally: TallyBase;
  /** How many were late as stored: after a restart nobody knows any more who they were. */
  #lateAsStored: number;

  constructor(spec: QuestionSpec, stored: TallyBase | null, late = 0) {
    this.spec = spec;
    this.#lateAsStored = late;
    this.isStored = stored !== null;
    this.tally = stored ?? questionType(spec.type).empty(spec);
  }

  /** [LT1] Voters whose ballot came too late. One known by name is never counted beside the number that was stored. */
  get lateCount(): number {
    return Math.max(this.#lateAsStored, this.late.size);
  }

  /** [TR5] Ballots by the language they were read in; '' for those read as written. */
  languages(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { language = '' } of this.ballots.values()) counts[language] = (counts[language] ?? 0) + 1;
    return counts;
  }

  /** [LT2] From a reopening on only those count who are known by name: the others say so again. */
  reopened(): void {
    this.#lateAsStored = 0;
  }

  /** [LT3] Voters who joined this and have no line now. */
  outOfReach(isConnected: (voter: VoterNumber) => boolean): number {
    let count = 0;
    for (const voter of this.joined) if (!isConnected(voter)) count += 1;
    return count;
  }

  /** The answer as it is stored, or why it does not fit the question. */
  check(answer: unknown): Result<unknown> {
    const type = questionType(this.spec.type);
    const parsed = type.answer.safeParse(answer);
    if (!parsed.success) {
      const errors = fieldErrors(parsed.error.issues).slice(0, MOST_ERRORS);
      return refused('ANSWER_INVALID', undefined, { errors });
    }
    if (JSON.stringify(parsed.data).length > MOST_ANSWER_BYTES) return refused('TOO_LARGE');
    const errors = type.refuses(this.spec, parsed.data);
    return errors.length === 0 ? ok(parsed.data) : refused('ANSWER_INVALID', errors[0]?.message, { errors });
  }
}
