import { MAX_LABEL, MAX_OPTIONS, MAX_PROMPT, MIN_OPTIONS } from '../../shared/questions/choice.ts';
import { marksOf, withoutMark, withoutMarks } from './list-marks.ts';
import { readLines, type PastedLine } from './paste-lines.ts';

export interface ParsedOption {
  label: string;
  /** The line of the paste it came from, as people count. */
  line: number;
}

export interface ParsedQuestion {
  /** Empty when the paste is a list of options alone. */
  prompt: string;
  options: ParsedOption[];
  /** A last "Other (please say)" is no option: it becomes the field for one's own words. */
  offersOther: boolean;
  /** Why it cannot be asked as it stands; empty when it can. */
  problems: string[];
}

/** What the first line is when the reader knows better than the rules. */
export type FirstLine = 'auto' | 'question' | 'option';

/** Understands a pasted question with its options, a list of options alone, or one line "Question? A / B / C". */
export function parseQuestion(pasted: string, firstLine: FirstLine = 'auto'): ParsedQuestion {
  const lines = readLines(pasted);
  const [only] = lines;
  const { prompt, items } =
    only && lines.length === 1 ? splitLine(only, firstLine) : splitLines(lines, firstLine);
  const labels = tidy(items.map(({ text }) => text));
  const all = items.map(({ line }, index) => ({ label: labels[index] ?? '', line }));
  const last = all.at(-1);
  const offersOther = all.length > MIN_OPTIONS && last !== undefined && OTHER.test(last.label);
  const options = offersOther ? all.slice(0, -1) : all;
  const tidyPrompt = tidyQuestion(prompt);
  return { prompt: tidyPrompt, options, offersOther, problems: problemsOf(tidyPrompt, options) };
}

/** A pasted list of options alone, marks taken off. */
export function parseOptions(pasted: string): string[] {
  return parseQuestion(pasted, 'option').options.map(({ label }) => label);
}

const OTHER =
  /^(other|something else|sonstige[s]?|andere[s]?|autre)\s*(\([^)]*\)?|[:,–—-].*|…|\.{3}|_{2,}.*)$/i;
const ENDS_ASKING = /[?？؟:：][\s"'”’)\]*]*$/;
const ASKS =
  /^(who|whom|whose|what|which|when|where|why|how|do|does|did|is|are|was|were|should|would|could|can|will|have|has|choose|pick|select|rate|rank|vote|name|if|wer|was|welche[rsnm]?|wie|wann|wo|warum|q\d*[.:)]|question\b|frage\b)(?=\s|$|[.:)])/i;

interface Split {
  prompt: string;
  items: PastedLine[];
}

function splitLines(lines: PastedLine[], firstLine: FirstLine): Split {
  const length = firstLine === 'auto' ? promptLength(lines) : firstLine === 'question' ? 1 : 0;
  const prompt = lines.slice(0, length).map(({ text }) => text);
  return { prompt: prompt.join(' '), items: lines.slice(length) };
}

/** How many of the first lines are the question. */
function promptLength(lines: PastedLine[]): number {
  const asking = lines.slice(0, 3).findIndex(({ text }) => ENDS_ASKING.test(text));
  if (asking === 0 || (asking > 0 && lines.length >= asking + 3 && !isMarked(lines[0], lines[1])))
    return asking + 1;
  const [first, second] = lines;
  if (!first || !second) return 0;
  const marked = lines.findIndex(
    (line, index) => index > 0 && isMarked(line, lines[index + 1] ?? lines[index - 1]),
  );
  if (!isMarked(first, second) && marked > 0 && marked <= 3) return marked;
  if (marksOf(first.text).length > 0 && isMarked(first, second)) return 0;
  return standsApart(lines) || ASKS.test(first.text) || isLonger(lines) ? 1 : 0;
}

/** Whether two neighbours carry the same kind of mark. */
function isMarked(line: PastedLine | undefined, neighbour: PastedLine | undefined): boolean {
  if (!line || !neighbour) return false;
  const kinds = marksOf(neighbour.text);
  return marksOf(line.text).some((kind) => kinds.includes(kind));
}

/** A blank line after the first and none later: a heading with its list. */
function standsApart(lines: PastedLine[]): boolean {
  return (
    lines.length > MIN_OPTIONS &&
    lines[1]?.afterGap === true &&
    lines.slice(2).every(({ afterGap }) => !afterGap)
  );
}

function isLonger(lines: PastedLine[]): boolean {
  const [first = 0, ...rest] = lines.map(({ text }) => text.length);
  return rest.length >= MIN_OPTIONS && first > 40 && first > 1.5 * Math.max(...rest);
}

const SEPARATORS = [
  /\t+/,
  /\s*\|\s*/,
  /\s+[/·•]\s+/,
  /\s*;\s*/,
  /\s*\/\s*/,
  /\s*,\s+(?:or\s+|oder\s+)?|\s+(?:or|oder)\s+/,
];

/** One line: "Question? A / B / C", a row of a spreadsheet, or options with a sign between. */
function splitLine(only: PastedLine, firstLine: FirstLine): Split {
  const { text, line } = only;
  const asLines = (parts: string[]) => parts.map((part) => ({ text: part, line, afterGap: false }));
  const cells = text.split(/\t+/).filter((cell) => cell.trim() !== '');
  if (cells.length > MIN_OPTIONS && marksOf(text).length === 0) return splitLines(asLines(cells), firstLine);
  const question =
    firstLine === 'option' ? undefined : /^(.*?[?？؟]["”)]*)\s*(.*)$|^([^:]{8,}:)\s+(.+)$/.exec(text);
  const prompt = question ? (question[1] ?? question[3] ?? '') : '';
  const parts = splitList(question ? (question[2] ?? question[4] ?? '') : text);
  if (parts.length >= MIN_OPTIONS) return { prompt, items: asLines(parts) };
  return firstLine === 'option' ? { prompt: '', items: [only] } : { prompt: text, items: [] };
}

function splitList(list: string): string[] {
  for (const separator of SEPARATORS) {
    const parts = list.split(separator).map((part) => part.trim());
    const filled = parts.filter((part) => part !== '');
    if (filled.length >= MIN_OPTIONS) return filled;
  }
  return [];
}

/** Labels without marks, shares of a copied result, quotation marks and commas that belong to the list, not to them. */
function tidy(items: string[]): string[] {
  let labels = withoutMarks(items).map((label) => label.replace(/\s+/g, ' ').trim());
  for (const around of [
    /\s\(?\d{1,3}([.,]\d+)?\s?%\)?$/,
    /[,;]$/,
    /^["“„«]|["”“»]$/g,
    /^(\*\*|__)|(\*\*|__)$/g,
  ]) {
    const without = labels.map((label) => label.replace(around, ''));
    const kept = labels.filter((label, index) => label === without[index]).length;
    // The last of a list has no comma after it.
    const isEmptied = without.some((label) => label.trim() === '');
    const isOfTheList =
      kept === 0 || (around.source === '[,;]$' && kept === 1 && labels.at(-1) === without.at(-1));
    if (labels.length >= MIN_OPTIONS && isOfTheList && !isEmptied)
      labels = without.map((label) => label.trim());
  }
  return labels;
}

function tidyQuestion(prompt: string): string {
  return withoutMark(prompt)
    .replace(/^#+\s+/, '')
    .replace(/^(?:q|question|frage)\s?\d{0,2}\s?[.:)]\s*/i, '')
    .replace(/^(\*\*|__)(.*)\1$/, '$2')
    .replace(/\?\s*\*$/, '?')
    .replace(/\s+/g, ' ')
    .trim();
}

function problemsOf(prompt: string, options: ParsedOption[]): string[] {
  const problems: string[] = [];
  if (prompt.length > MAX_PROMPT)
    problems.push(`The question has ${prompt.length} letters; ${MAX_PROMPT} fit.`);
  const over = options[MAX_OPTIONS];
  if (over) {
    const many = `A screen shows at most ${MAX_OPTIONS} options and these are ${options.length}.`;
    problems.push(
      `Line ${over.line}, “${short(over.label)}”, is number ${MAX_OPTIONS + 1}. ${many} Take ${options.length - MAX_OPTIONS} off.`,
    );
  }
  const seen = new Map<string, number>();
  for (const { label, line } of options) {
    const before = seen.get(label.toLowerCase());
    if (before !== undefined)
      problems.push(`Line ${line}: “${short(label)}” stands there already, in line ${before}.`);
    if (label.length > MAX_LABEL)
      problems.push(`Line ${line}: “${short(label)}” has ${label.length} letters; ${MAX_LABEL} fit.`);
    seen.set(label.toLowerCase(), line);
  }
  return problems;
}

function short(label: string): string {
  return label.length > 40 ? `${label.slice(0, 38)}…` : label;
}
