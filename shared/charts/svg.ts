/** What XML 1.0 cannot carry at all, or advises against: control characters but white space, and halves of surrogate pairs. */
const NOT_XML = /[^\P{Cc}\t\n\r]|[\p{Surrogate}\ufffe\uffff]/gu;

/** A text as it may stand anywhere in XML or HTML, attributes included. */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export type Attributes = Record<string, string | number | undefined>;

/**
 * One element with presentation attributes alone: an inline style would not pass a strict content policy. `content` is
 * markup; texts go through `escapeXml` before.
 */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value ?? '')}"`,
    );
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Two digits are finer than any screen. */
function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export interface TextStyle {
  size: number;
  weight?: 400 | 500 | 700;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  /** The paper's colour around the letters, where lines pass behind them. */
  halo?: string;
}

export function textAt(x: number, y: number, text: string, style: TextStyle): string {
  const { size, weight = 400, fill, anchor = 'start', halo } = style;
  const attributes: Attributes = {
    x,
    y,
    'font-size': size,
    'font-weight': weight === 400 ? undefined : weight,
    fill,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...(halo === undefined
      ? {}
      : {
          stroke: halo,
          'stroke-width': size * 0.25,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        }),
  };
  return element('text', attributes, escapeXml(text));
}

export interface Stroke {
  stroke: string;
  width: number;
  isDashed?: boolean;
}

export function lineFrom(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): string {
  return element('path', {
    d: `M${rounded(x1)} ${rounded(y1)}L${rounded(x2)} ${rounded(y2)}`,
    fill: 'none',
    stroke: stroke.stroke,
    'stroke-width': stroke.width,
    'stroke-dasharray': stroke.isDashed ? `${stroke.width * 1.8} ${stroke.width * 1.6}` : undefined,
  });
}
