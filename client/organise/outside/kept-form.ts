/** What is typed of a result from elsewhere, in this browser, so that a reload loses nothing. */
const PREFIX = 'askagain:result:';

/** Nothing where the browser keeps nothing. */
export function keptForm(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function keepForm(key: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch {
    // A full or forbidden storage keeps nothing; the form itself is still there.
  }
}

export function dropKeptForm(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept.
  }
}
