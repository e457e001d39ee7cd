import { linesOf, type MeasureText } from '../../ui/text-fit.ts';
import { spread } from './segments.ts';

/** What stands over a time asked. */
export interface HeaderAsked {
  when: string;
  /** The same as short as it can be said. */
  whenShort: string;
  /** "LinkedIn poll", and "50 votes when read". */
  label: string;
  count: string;
  /** "brought in, four options". */
  known: string;
}

export interface HeaderCell {
  x: number;
  width: number;
  when: string;
  who: string;
}

export interface HeaderLayout {
  cells: HeaderCell[];
  date: number;
  text: number;
  /** Lines of `who` and `known` in each cell. */
  lines: { who: number; known: number };
  height: number;
}

const DATE = { weight: 680, tracking: -0.01 };
const TEXT = { weight: 400, tracking: 0 };
const GAP = 36;
const MARK = 40;
const LEADING = 1.3;
/** The mark stands under the point it belongs to. */
const MARK_AT = 13;
const MOST_WHO = 3;

/** Columns over the points: each over its own as long as they have room, else side by side in equal shares. */
export function headerLayout(
  columns: readonly HeaderAsked[],
  at: readonly number[],
  from: number,
  to: number,
  measure: MeasureText,
): HeaderLayout {
  const widths = columns.map(
    ({ when, label, count, known }) =>
      Math.max(
        measure(when, DATE.weight) * 38,
        measure(whoWords(label, count), TEXT.weight) * 30,
        measure(known, TEXT.weight) * 30 + MARK,
      ) * 1.02,
  );
  const total = widths.reduce((sum, width) => sum + width + GAP, -GAP);
  if (total <= to - from) {
    const wanted = at.map((x) => x - MARK_AT);
    const x = spread(
      wanted,
      widths.map((width) => width + GAP),
      from,
      to - (widths.at(-1) ?? 0),
    );
    const cells = columns.map(({ when, label, count }, nth) => ({
      x: x[nth] ?? from,
      width: (widths[nth] ?? 0) + 2,
      when,
      who: whoWords(label, count),
    }));
    return { cells, date: 38, text: 30, lines: { who: 1, known: 1 }, height: heightOf(38, 30, 2) };
  }
  return crowded(columns, from, to, measure);
}

/** Smaller, in lines, with short dates. */
function crowded(
  columns: readonly HeaderAsked[],
  from: number,
  to: number,
  measure: MeasureText,
): HeaderLayout {
  const width = (to - from + GAP) / columns.length - GAP;
  const areShort = columns.some(({ when }) => !fits(when, width));
  const whens = columns.map(({ when, whenShort }) => (areShort ? whenShort : when));
  const date = Math.min(34, ...whens.map((when) => width / (measure(when, DATE.weight) * 1.03)));
  const text = 28;
  const linesIn = (words: string, room: number) => linesOf(words, room / text, TEXT, measure);
  const whos = columns.map(({ label, count }) =>
    shortened(label, count, (who) => linesIn(who, width) <= MOST_WHO),
  );
  const who = Math.min(MOST_WHO, Math.max(...whos.map((words) => linesIn(words, width))));
  const known = Math.min(2, Math.max(...columns.map((column) => linesIn(column.known, width - MARK))));
  const cells = whens.map((when, nth) => ({
    x: from + nth * (width + GAP),
    width,
    when,
    who: whos[nth] ?? '',
  }));
  const size = Math.max(28, date);
  return { cells, date: size, text, lines: { who, known }, height: heightOf(size, text, who + known) };

  function fits(words: string, room: number): boolean {
    return measure(words, DATE.weight) * 34 * 1.03 <= room;
  }
}

/** A number keeps to what it counts: "36 phones" and "around 100" are not parted at the end of a line. */
function whoWords(label: string, count: string): string {
  return `${label}, ${count.replace(/ (?=\d)|(?<=[\d*]) /g, '\u00a0')}`;
}

/** A long name gives way, word by word; how many they were does not. */
function shortened(label: string, count: string, fits: (who: string) => boolean): string {
  const words = label.split(' ');
  for (let kept = words.length; kept > 1; kept -= 1) {
    const name = words.slice(0, kept).join(' ');
    const who = whoWords(kept < words.length ? `${name}…` : name, count);
    if (fits(who)) return who;
  }
  return fits(whoWords(label, count)) ? whoWords(label, count) : count;
}

function heightOf(date: number, text: number, lines: number): number {
  return date * 1.2 + lines * text * LEADING;
}
