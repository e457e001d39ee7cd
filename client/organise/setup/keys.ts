const NAME = 'askagain.keys';

/** Whether single letters act on this computer; on unless somebody switched them off. */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

/** False when this browser keeps nothing. */
export function setKeysOn(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, 'off');
    return true;
  } catch {
    return false;
  }
}
