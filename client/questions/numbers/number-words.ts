import { currentLanguage } from '../../words/words.svelte.ts';

/** A number in the page's language, in Latin digits, with a minus sign; with `decimals` always so many. */
export function numberWords(value: number, decimals?: number): string {
  return new Intl.NumberFormat(`${currentLanguage()}-u-nu-latn`, {
    useGrouping: false,
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 6,
  })
    .format(value)
    .replace('-', '−');
}
