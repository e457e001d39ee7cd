import { foldWord, wordsOf } from './questions/fold-word.ts';

/** What a list begins with; organisers edit it. A word held back still counts, and may be shown by hand. */
export const FIRST_HELD_BACK: readonly string[] = [
  'arse',
  'arsehole',
  'asshole',
  'bastard',
  'bitch',
  'bollocks',
  'bullshit',
  'cock',
  'cunt',
  'dick',
  'dickhead',
  'fuck',
  'fucked',
  'fucker',
  'fucking',
  'motherfucker',
  'nigger',
  'piss',
  'prick',
  'pussy',
  'retard',
  'shit',
  'shitty',
  'slut',
  'tits',
  'twat',
  'wank',
  'wanker',
  'whore',
  'arschloch',
  'fotze',
  'hurensohn',
  'scheiße',
  'scheisse',
  'wichser',
  'connard',
  'connasse',
  'enculé',
  'merde',
  'putain',
  'salope',
  'cabrón',
  'coño',
  'gilipollas',
  'joder',
  'mierda',
  'puta',
  'puto',
  'caralho',
  'foda',
  'merda',
  'porra',
  'godverdomme',
  'klootzak',
  'kut',
  'lul',
];

/** Tells whether a text has one of these words, or sequences of words, in it: as a whole word, however it is written. */
export function heldBackBy(words: readonly string[]): (text: string) => boolean {
  const single = new Set<string>();
  const several: string[] = [];
  for (const entry of words) {
    const parts = wordsOf(entry);
    if (parts.length > 1) several.push(` ${parts.join(' ')} `);
    else single.add(parts[0] ?? foldWord(entry));
  }
  return (text) => {
    const parts = wordsOf(text);
    if (single.has(foldWord(text)) || parts.some((part) => single.has(part))) return true;
    const whole = ` ${parts.join(' ')} `;
    return several.some((entry) => whole.includes(entry));
  };
}
