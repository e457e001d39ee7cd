import { createHash } from 'node:crypto';

/** What a page without scripts may do: use this one style, and fonts from where they are said to lie. */
export function policyFor(style: string, fonts: 'data:' | "'self'", ancestors?: readonly string[]): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    `font-src ${fonts}`,
    "base-uri 'none'",
    "form-action 'none'",
    ...(ancestors === undefined
      ? []
      : [`frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(' ')}`]),
  ].join(';');
}

/** A text as the content of a CSS property: nothing in it ends the string or the style. */
export function cssString(text: string): string {
  const safe = [...text].map((letter) =>
    /[\p{L}\p{N} .,:;!?()'’“”–-]/u.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${safe.join('')}"`;
}
