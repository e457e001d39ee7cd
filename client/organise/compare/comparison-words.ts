import type {
  Base,
  Comparison,
  ComparisonPoint,
  PointDifference,
} from '../../../shared/comparison/comparison.ts';

export const BASE_WORDS: Record<Base, string> = {
  cast: 'those who answered',
  joined: 'phones joined',
  room: 'people in the room',
};

/** "June 2021 to 24 November 2026". */
export function pairWords(
  pair: Pick<PointDifference, 'from' | 'to'>,
  points: readonly ComparisonPoint[],
): string {
  const whenOf = (id: string) => points.find((point) => point.id === id)?.whenText ?? '';
  return `${whenOf(pair.from)} to ${whenOf(pair.to)}`;
}

/** What a difference may be called, and why not more. */
export function mayBeSaid({ kind, isAlike, unlike, reason, options }: PointDifference): string {
  if (options.length === 0) return reason ?? 'No option was offered both times.';
  if (kind === 'same-people') return 'The same people: only those who answered both times are counted.';
  return isAlike
    ? 'Marked as the same kind of audience, words and options: a clear difference is a shift.'
    : `A difference between these groups, never a shift: ${unlike.join(', ')}.`;
}

/** Which options stand in no line, and where they were offered. */
function unmappedWords({ points }: Comparison): string[] {
  return points
    .filter(({ unmapped }) => unmapped.length > 0)
    .map(
      ({ whenText, unmapped }) =>
        `${whenText}: ${unmapped.map(({ label, count }) => (count === undefined ? label : `${label} ${count}`)).join(', ')}`,
    );
}

const FIRST_FEW = 2;

/** The few sentences that stand under the headline: the next ones, and the last, which says what all of it describes. */
export function leadingSentences(sentences: readonly string[]): string[] {
  const [, ...rest] = sentences;
  return rest.length <= FIRST_FEW + 1 ? rest : [...rest.slice(0, FIRST_FEW), ...rest.slice(-1)];
}

/** Those that had no room there. */
export function otherSentences(sentences: readonly string[]): string[] {
  const leading = leadingSentences(sentences);
  return sentences.slice(1).filter((sentence) => !leading.includes(sentence));
}

/** What stands under the chart: options in no line, and what must be said beside a number. How many they were is in its key. */
export function footWords(comparison: Comparison): string {
  const unmapped = unmappedWords(comparison);
  const left = unmapped.length > 0 ? [`In no line: ${unmapped.join('; ')}.`] : [];
  return [...left, ...notesOf(comparison)].join(' ');
}

/** What must be said beside the numbers of a point, each a sentence. */
function notesOf({ points }: Comparison): string[] {
  return points.flatMap(({ whenText, note }) =>
    note === null ? [] : [`${whenText}: ${note.replace(/\.$/, '')}.`],
  );
}
