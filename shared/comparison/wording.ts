import type { Question } from '../question.ts';

/**
 * Versions with the same number were asked in the same words: a correction, or an edit of options alone, keeps it, and
 * earlier words that are taken up again have theirs.
 */
export function wordingNumbers({ versions }: Pick<Question, 'versions'>): Map<number, number> {
  const numbers = new Map<number, number>();
  const known = new Map<string, number>();
  let number = 0;
  let before: string | undefined;
  for (const { version, prompt, change } of versions) {
    const isOther = prompt !== before && change !== 'correction';
    if (before === undefined || isOther) number = known.get(prompt) ?? Math.max(0, ...known.values()) + 1;
    before = prompt;
    known.set(prompt, number);
    numbers.set(version, number);
  }
  return numbers;
}

/** The number of the wording that a prompt given elsewhere is; null where it is none of them. */
export function wordingOf(question: Pick<Question, 'versions'>, prompt: string): number | null {
  const numbers = wordingNumbers(question);
  const same = [...question.versions]
    .reverse()
    .find((version) => asHeard(version.prompt) === asHeard(prompt));
  return same ? (numbers.get(same.version) ?? null) : null;
}

function asHeard(prompt: string): string {
  return prompt.trim().replace(/\s+/g, ' ').toLowerCase();
}
