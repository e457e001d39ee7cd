import type { TallyTick } from '../../shared/messages.ts';
import type { Option, QuestionSpec } from '../../shared/question.ts';

/** What every type's `Answer.svelte` takes. */
export interface AnswerProps {
  question: QuestionSpec;
  /** In this phone's order. */
  options: Option[];
  /** The answer to begin with; null: none yet. */
  given: unknown;
  /** The id of the element that holds the question. */
  labelledBy: string;
  isSending: boolean;
  onsend: (answer: unknown, words: string[]) => void;
}

/** What every type's `PhoneResult.svelte` takes. */
export interface PhoneResultProps {
  question: QuestionSpec;
  tick: TallyTick;
  /** This phone's own counted answer. */
  own: unknown;
  /** While voting is open: no favourite, ballot order. */
  isOpen: boolean;
}
