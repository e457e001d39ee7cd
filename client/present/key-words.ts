import type { WordKey } from '../words/words.svelte.ts';

/** A line of the list of keys. */
export interface KeyLine {
  keys: string[];
  does: WordKey;
  /** Only where this screen takes the clicker. */
  isStep?: boolean;
}

/** As they stand on keyboards; the table of the design's notes. */
export const KEY_LINES: readonly KeyLine[] = [
  { keys: ['PageDown', '→', 'Space'], does: 'keys.next', isStep: true },
  { keys: ['PageUp', '←'], does: 'keys.back', isStep: true },
  { keys: ['H'], does: 'keys.bars', isStep: true },
  { keys: ['T'], does: 'keys.timer', isStep: true },
  { keys: ['C'], does: 'keys.comparison', isStep: true },
  { keys: ['Q'], does: 'keys.qr', isStep: true },
  { keys: ['B', '.'], does: 'keys.blank', isStep: true },
  { keys: ['Home'], does: 'keys.lobby', isStep: true },
  { keys: ['F', 'F5'], does: 'keys.full-screen' },
  { keys: ['Esc'], does: 'keys.top' },
  { keys: ['?'], does: 'keys.help' },
];
