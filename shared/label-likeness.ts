/** From which share of common words on two labels are proposed to be the same option. */
export const ALIKE_FROM = 0.5;

/** Words that tell no option from another. */
const FILLERS = new Set(['a', 'an', 'the', 'of', 'or', 'and', 'some', 'form']);

/**
 * How alike two labels are, 0 to 2: 2 where they differ by case, accents, punctuation and plurals at most; above 1 where
 * one has every word of the other; else the share of words they have in common (Jaccard's index).
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.join(' ') === b.join(' ')) return 2;
  const common = new Set(a.filter((word) => b.includes(word))).size;
  const all = new Set([...a, ...b]).size;
  const isContained = common > 0 && common === Math.min(new Set(a).size, new Set(b).size);
  return (isContained ? 1 : 0) + common / all;
}

function wordsOf(label: string): string[] {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : [label.trim()];
}

/** Good enough for a proposal: "managers" and "manager", not "business" and "busines". */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
