import type { Finding, NoFinding } from '../../shared/questions/question-type.ts';
import { findingSentence } from '../words/finding-sentence.ts';

/** The sentence that takes the question's place: the finding, or why there is none. */
export function findingLine(finding: Finding | NoFinding | null): string {
  return withoutStop(findingSentence(finding));
}

/** A headline has no full stop. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}
