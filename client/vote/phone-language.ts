import { keptStore } from '../line/kept-store.ts';
import { PHONE_WORDS } from '../words/phone/all.ts';
import { speak } from '../words/words.svelte.ts';

const KEY = 'askagain.language';
const RETRY_MS = 2_000;
const kept = keptStore(() => localStorage);

/** Speaks what was chosen on this phone, else what the phone speaks. Without a line it is tried until the words come: a page without words is none. */
export async function speakAsPhone(): Promise<void> {
  const chosen = kept.get(KEY);
  const wanted = [...(chosen ? [chosen] : []), ...navigator.languages];
  for (;;) {
    try {
      return await speak(PHONE_WORDS, wanted);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Turns the page to a language and keeps to it. A language that does not come leaves all as it is. */
export async function chooseLanguage(language: string): Promise<void> {
  try {
    await speak(PHONE_WORDS, [language]);
    kept.set(KEY, language);
  } catch {
    // The select goes back to what is spoken.
  }
}
