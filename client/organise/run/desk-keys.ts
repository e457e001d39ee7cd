export type DeskAct =
  | 'pressNext'
  | 'pressBack'
  | 'toggleBars'
  | 'toggleQr'
  | 'moreTime'
  | 'toggleBlank'
  | 'toggleComparison'
  | 'goToLobby';

/** What has the focus when a key goes down: fields take keys themselves, a button takes Space. */
export type Focus = 'nothing' | 'field' | 'button';

/** A clicker's keys always act; the others can be switched off in Set-up. */
const CLICKER: Record<string, DeskAct> = {
  PageDown: 'pressNext',
  ArrowRight: 'pressNext',
  ' ': 'pressNext',
  PageUp: 'pressBack',
  ArrowLeft: 'pressBack',
  '.': 'toggleBlank',
};
const LETTERS: Record<string, DeskAct> = {
  h: 'toggleBars',
  q: 'toggleQr',
  t: 'moreTime',
  b: 'toggleBlank',
  c: 'toggleComparison',
  home: 'goToLobby',
};

/** What a key on the console asks for, or nothing. */
export function actOfKey(key: string, focus: Focus, areLettersOn: boolean): DeskAct | undefined {
  if (focus === 'field' || (focus === 'button' && key === ' ')) return undefined;
  return CLICKER[key] ?? (areLettersOn ? LETTERS[key.toLowerCase()] : undefined);
}

export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'nothing';
  if (target.closest('input, textarea, select, [contenteditable]')) return 'field';
  return target.closest('button, a, summary') ? 'button' : 'nothing';
}
