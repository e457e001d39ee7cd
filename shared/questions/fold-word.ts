/** What has no look of its own: soft hyphens, joiners, variation selectors. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** Signs around a word, as phones add them; "C++" and "C#" keep theirs. */
const AROUND = /^[\s.,;:!?¡¿…'"“”„‘’‚«»()[\]-]+|[\s.,;:!?¡¿…'"“”„‘’‚«»()[\]-]+$/gu;
const SPACES = /\s+/gu;
/** Shorter words with an s at the end are mostly no plurals: gas, bus. */
const SHORTEST_PLURAL = 4;

/**
 * [WC2] What makes two entries the same word: not case, spaces, signs around it, ways to encode a letter, or a simple plural
 * (-s, -es, -ies) of its last word. The key is for comparing, never for reading: "movies" and "movie" are both "movy".
 */
export function foldWord(text: string): string {
  let key = foldOnce(text);
  // What a plural leaves behind may be a sign again.
  for (let next = foldOnce(key); next !== key; next = foldOnce(key)) key = next;
  return key;
}

function foldOnce(text: string): string {
  const plain = lower(text).replace(UNSEEN, '').replace(SPACES, ' ').trim();
  const bare = plain.replace(AROUND, '');
  return singular(bare === '' ? plain : bare);
}

/** The single words of a text, folded. */
export function wordsOf(text: string): string[] {
  return (
    lower(text)
      .replace(UNSEEN, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).map(singular);
}

/** Lower case may take an encoding apart again, and compatibility forms may hold capitals. */
function lower(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').toLowerCase();
}

function singular(words: string): string {
  const start = words.lastIndexOf(' ') + 1;
  const last = words.slice(start);
  if ([...last].length < SHORTEST_PLURAL) return words;
  // No lookbehind: Safari before 16.4 cannot read it.
  const one = last
    .replace(/(ss|sh|ch|x|z)es?$/u, '$1')
    .replace(/([^s])s$/u, '$1')
    .replace(/ie$/u, 'y');
  return words.slice(0, start) + one;
}
