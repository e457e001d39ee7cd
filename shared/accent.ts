/** One ground's colours of an event's own: bars, text, the ground of a chosen row, and what stands on the colour. */
export interface AccentColours {
  now: string;
  nowText: string;
  nowSoft: string;
  onNow: string;
}

export interface Accent {
  light: AccentColours;
  dark: AccentColours;
}

type Rgb = readonly [number, number, number];

/** As in `client/ui/tokens.css`. */
const GROUNDS = {
  light: { paper: '#f7f2e7', towards: '#000000' },
  dark: { paper: '#12151c', towards: '#ffffff' },
} as const;
/** WCAG 2.2: marks 3 : 1; text 7 : 1, which the projected screen needs. */
const MARKS = 3;
const TEXT = 7;
const SOFT = 0.16;
const STEPS = 40;

/** Why a colour will not do, or undefined: bars must stand out from the light paper that every phone may show. */
export function accentProblem(accent: string): string | undefined {
  const ratio = contrast(accent, GROUNDS.light.paper);
  if (ratio >= MARKS) return undefined;
  const darker = shaded(accent, 'light', MARKS);
  return `${accent} has a contrast of ${ratioWords(ratio)} on paper; bars need ${MARKS} : 1. ${darker} is the same colour, dark enough.`;
}

/** The colours of both grounds out of one: as it is where it stands out enough, else darker or lighter until it does. */
export function accentOf(accent: string): Accent {
  return { light: coloursOn('light', accent), dark: coloursOn('dark', accent) };
}

function coloursOn(ground: keyof typeof GROUNDS, accent: string): AccentColours {
  const { paper } = GROUNDS[ground];
  const now = shaded(accent, ground, MARKS);
  const onNow =
    contrast(now, '#ffffff') >= contrast(now, GROUNDS.dark.paper) ? '#ffffff' : GROUNDS.dark.paper;
  return { now, nowText: shaded(accent, ground, TEXT), nowSoft: mixed(paper, accent, SOFT), onNow };
}

/** The first shade, towards black on light and towards white on dark, that reaches a contrast with the paper. */
function shaded(accent: string, ground: keyof typeof GROUNDS, least: number): string {
  const { paper, towards } = GROUNDS[ground];
  for (let step = 0; step < STEPS; step += 1) {
    const shade = mixed(accent, towards, step / STEPS);
    if (contrast(shade, paper) >= least) return shade;
  }
  return towards;
}

/** WCAG 2.2's contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map(linear) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function mixed(from: string, to: string, part: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  const hex = a.map((channel, at) => Math.round(channel + ((b[at] ?? 0) - channel) * part));
  return `#${hex.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function rgbOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue];
}

/** Rounded down: what falls short must not read as if it did not. */
function ratioWords(ratio: number): string {
  return `${Math.floor(ratio * 10) / 10} : 1`;
}
