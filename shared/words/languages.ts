/** The languages of phones and screens (BCP 47). Names are in the language itself. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  nl: 'Nederlands',
  ja: '日本語',
  ar: 'العربية',
} as const;

export type Language = keyof typeof LANGUAGES;

/** English first: what everybody else gets. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}

/** The first of the wanted ones that there is, whatever its region; else English. */
export function languageFor(wanted: readonly string[]): Language {
  const codes = wanted.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '');
  return codes.find(isLanguage) ?? 'en';
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
