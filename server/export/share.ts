import type { QuestionSpec } from '../../shared/question.ts';
import { questionType } from '../../shared/questions/registry.ts';

/** Groups smaller than this are shown in no file that is handed on. */
export const SMALLEST_GROUP = 5;
export const MERGED = '(answers of fewer than 5)';
export const HELD_BACK = '(own words)';

/** One ballot as it may be handed on. */
export interface SharedAnswer {
  answer: string;
  cells: string[];
}

/**
 * The ballots of one asking without what could point at a person: own words are held back, and what fewer than five
 * answered alike is merged, together with the next larger group while it would still be fewer than five, or could be
 * found by subtraction. In the order of the answers, so that no row can be followed from one question to the next.
 */
export function shareable(spec: QuestionSpec, answers: readonly unknown[]): SharedAnswer[] {
  const groups = new Map<string, { row: SharedAnswer; count: number }>();
  for (const answer of answers) {
    const row = withoutWords(spec, answer);
    const key = JSON.stringify(row);
    groups.set(key, { row, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  const merged = mergedKeys([...groups].map(([key, { count }]) => ({ key, count })));
  const columns = questionType(spec.type).columns(spec).length;
  const rest: SharedAnswer = { answer: MERGED, cells: Array.from({ length: columns }, () => '') };
  const kept = [...groups].filter(([key]) => !merged.has(key)).map(([, group]) => group);
  const small = [...groups].filter(([key]) => merged.has(key)).reduce((sum, [, { count }]) => sum + count, 0);
  const inOrder = kept.toSorted((a, b) => (a.row.answer < b.row.answer ? -1 : 1));
  return [...inOrder, { row: rest, count: small }].flatMap(({ row, count }) =>
    Array.from({ length: count }, () => row),
  );
}

function mergedKeys(groups: { key: string; count: number }[]): Set<string> {
  const merged = new Set<string>();
  let total = 0;
  for (const { key, count } of groups.toSorted((a, b) => a.count - b.count)) {
    const isEnough = total === 0 || total >= SMALLEST_GROUP;
    if (count >= SMALLEST_GROUP && isEnough) break;
    merged.add(key);
    total += count;
  }
  return merged;
}

function withoutWords(spec: QuestionSpec, answer: unknown): SharedAnswer {
  const type = questionType(spec.type);
  const offered = new Set(spec.options.map(({ label }) => label));
  // Where nobody writes anything, what an answer says is numbers and labels.
  const isOwn = (label: string) => type.texts !== undefined && !offered.has(label);
  const labels = type.labels(spec, answer).map((label) => (isOwn(label) ? HELD_BACK : label));
  const kept = type.texts?.withoutReasons(answer) ?? answer;
  return { answer: labels.join('; '), cells: type.row(spec, kept) };
}
