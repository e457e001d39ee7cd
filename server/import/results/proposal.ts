import { proposeMaps } from '../../../shared/alignment-proposals.ts';
import type { DataPointId } from '../../../shared/ids.ts';
import { ALIKE_FROM, likeness } from '../../../shared/label-likeness.ts';
import { latestVersion, type Question } from '../../../shared/question.ts';
import type { ItemProposal, OptionMapping } from '../../../shared/result-file.ts';
import type { ReadItem } from './reading.ts';

/** With as many of a file's options found among ours a question is proposed whatever its words are. */
const MOST_OPTIONS_FROM = 0.5;

/** Likeness of two labels that are the same but for case, accents and punctuation. */
const SAME = 2;

/** The question this looks most like: by its words, or by at least half of its options. None: it looks like a new one. */
export function proposeQuestion(item: ReadItem, questions: readonly Question[]): ItemProposal | null {
  const candidates = questions
    .filter(({ type }) => type === item.kind)
    .map((question) => ({ question, ...likenessOf(item, question) }))
    .filter(({ words, options }) => words >= ALIKE_FROM || options >= MOST_OPTIONS_FROM)
    .sort((a, b) => b.words + b.options - (a.words + a.options));
  const [best] = candidates;
  if (!best) return null;
  const optionMap = optionMapOf(item, best.question);
  return {
    questionId: best.question.id,
    prompt: latestVersion(best.question).prompt,
    isSameWording: best.words === SAME,
    optionMap,
    matched: optionMap.filter(({ optionId }) => optionId !== null).length,
    of: optionMap.length,
  };
}

/** Which of the question's options each label stands for, as an alignment would propose it. */
export function optionMapOf(item: ReadItem, question: Question): OptionMapping[] {
  const results = item.results.map(({ label }) => ({ label }));
  const maps = proposeMaps(question, { id: '' as DataPointId, optionsOffered: null, results });
  return results.map(({ label }, index) => ({ label, optionId: maps[index]?.to[0] ?? null }));
}

/** Options are compared letter by letter here: there may be thousands of questions. */
function likenessOf({ prompt, results }: ReadItem, { versions }: Question) {
  const words =
    prompt === null ? 0 : Math.max(...versions.map((version) => likeness(prompt, version.prompt)));
  const ours = new Set(
    versions.flatMap(({ options }) => options.map(({ label }) => label.trim().toLowerCase())),
  );
  const found = results.filter(({ label }) => ours.has(label.trim().toLowerCase())).length;
  return { words, options: found < 2 ? 0 : found / results.length };
}
