import { areKeysOn } from '../setup/keys.ts';

export type DeskAct = 'pressNext' | 'pressBack' | 'toggleBars' | 'toggleQr' | 'moreTime' | 'toggleBlank' | 'goToLobby';

/** The clicker's keys always act; the letters can be switched off. */
const CLICKER: Record<string, DeskAct> = {
  PageDown: 'pressNext',
  ArrowRight: 'pressNext',
  ' ': 'pressNext',
  PageUp: 'pressBack',
  ArrowLeft: 'pressBack',
  '.': 'toggleBlank',
};
const LETTERS: Record<string, DeskAct> = { h: 'toggleBars', q: 'toggleQr', t: 'moreTime', b: 'toggleBlank', Home: 'goToLobby' };

/** Elements that take keys themselves. Space on a button presses the button, not *next*. */
const FIELDS = 'input, textarea, select, [contenteditable], [role="textbox"]';
const PRESSED = 'button, a, summary, [role="button"]';

/** What a key on the console asks for; nothing while a field has the focus or a modifier is held. */
export function actOfKey(event: KeyboardEvent): DeskAct | undefined {
  if (event.repeat || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const focused = event.target instanceof Element ? event.target : undefined;
  if (focused?.closest(FIELDS)) return undefined;
  if (event.key === ' ' && focused?.closest(PRESSED)) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return CLICKER[key] ?? (areKeysOn() ? LETTERS[key] : undefined);
}
