import type { Finding, NoFinding } from '../../shared/questions/question-type.ts';
import { tell } from './words.svelte.ts';

/** The sentence of an asking in the page's language, or why there is none; empty before there is either. */
export function findingSentence(finding: Finding | NoFinding | null): string {
  if (finding === null) return '';
  return finding.kind === 'none' ? tell(finding.said, finding.reason) : tell(finding.said.text, finding.text);
}
