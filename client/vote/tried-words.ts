import { currentLanguage, t } from '../words/words.svelte.ts';

const JUST_NOW_S = 2;
/** From here on in minutes. */
const LONG_S = 100;

/** When sending a kept vote was last tried. */
export function triedWords(triedAt: number | null, now: number): string {
  if (triedAt === null) return t('kept.not-sent');
  const seconds = Math.max(0, Math.round((now - triedAt) / 1000));
  return seconds < JUST_NOW_S ? t('kept.tried-now') : t('kept.tried', { ago: agoWords(seconds) });
}

function agoWords(seconds: number): string {
  const ago = new Intl.RelativeTimeFormat(`${currentLanguage()}-u-nu-latn`);
  return seconds < LONG_S ? ago.format(-seconds, 'second') : ago.format(-Math.round(seconds / 60), 'minute');
}
