import { escapeXml } from '../../shared/charts/svg.ts';

/** Markup that is known to be safe; every other value put into `html` is a text and escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** What may stand in a piece of markup. */
export type Value = Html | string | number | null | undefined | false | readonly Value[];

/** Markup with values in it: texts are escaped, markup stays, nothing is said of null and false. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    strings.reduce(
      (whole, piece, index) => whole + piece + (index < values.length ? written(values[index]) : ''),
      '',
    ),
  );
}

/** Takes markup that was made elsewhere as it is. */
export function asMarkup(markup: string): Html {
  return new Html(markup);
}

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  return Array.isArray(value) ? value.map(written).join('') : escapeXml(String(value));
}
