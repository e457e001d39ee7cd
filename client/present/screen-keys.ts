import type { EventRight } from '../../shared/access.ts';

export type ScreenAct =
  | 'pressNext'
  | 'pressBack'
  | 'toggleBars'
  | 'toggleQr'
  | 'moreTime'
  | 'toggleBlank'
  | 'goToLobby'
  | 'toggleComparison'
  | 'fullScreen'
  /** The list of keys, on and off. */
  | 'toggleHelp'
  /** The key is taken and nothing follows. */
  | 'nothing';

export interface KeyPress {
  key: string;
  /** Held down: it counts once. */
  repeat: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

export interface KeySight {
  may: readonly EventRight[];
  isBlank: boolean;
  hasBigQr: boolean;
  hasHelp: boolean;
}

const STEPS: Record<string, ScreenAct> = {
  PageDown: 'pressNext',
  ArrowRight: 'pressNext',
  ' ': 'pressNext',
  PageUp: 'pressBack',
  ArrowLeft: 'pressBack',
  h: 'toggleBars',
  q: 'toggleQr',
  t: 'moreTime',
  b: 'toggleBlank',
  '.': 'toggleBlank',
  Home: 'goToLobby',
  c: 'toggleComparison',
};
/** A clicker's "start the show" is F5: it must not load the page anew in front of the room. */
const ANYONE: Record<string, ScreenAct> = {
  f: 'fullScreen',
  F5: 'fullScreen',
  '?': 'toggleHelp',
};
const ALONE_NOTHING = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn'];

/** What a key on the projected screen asks for; undefined leaves it to the browser. */
export function actOfKey(press: KeyPress, sight: KeySight): ScreenAct | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || ALONE_NOTHING.includes(press.key)) return undefined;
  const act = meaningOf(press.key, sight);
  return act !== undefined && press.repeat ? 'nothing' : act;
}

function meaningOf(key: string, { may, isBlank, hasBigQr, hasHelp }: KeySight): ScreenAct | undefined {
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (hasHelp && key === 'Escape') return 'toggleHelp';
  if (!may.includes('step')) return ANYONE[name];
  // The key that ends the blank does nothing else, whichever it is.
  if (isBlank) return 'toggleBlank';
  // Esc closes what lies on top, and never ends a vote.
  if (key === 'Escape') return hasBigQr ? 'toggleQr' : undefined;
  return STEPS[name] ?? ANYONE[name];
}
