/** One line of what was pasted: its text without margins, its number as people count, and whether a blank line came before. */
export interface PastedLine {
  text: string;
  line: number;
  afterGap: boolean;
}

/** What the pages people copy from add around a question. */
const PAGE_NOISE = [
  /\b(menti|slido|kahoot|pollev|mentimeter)\.(com|it)\b/i,
  /^\d[\d.,]*\s+(votes?|responses?|answers?)\b/i,
  /^(the author can see how you vote|you can see how people vote)/i,
  /^(multiple choice|single choice|poll closed|poll results?|required)\s*$/i,
];

/** A mark with nothing behind it: an empty bullet, or one that the copy put on a line of its own. */
const MARK_ALONE = /^(?:[•◦▪■□●○·*+\-–—\uF0B7]|\(?\d{1,2}[.)]|[a-z]\)|\[[ xX]?\]|\( ?\))$/;

/** Splits a paste into its lines, whatever made it: Windows and old Mac ends, Word's soft breaks, odd spaces. */
export function readLines(pasted: string): PastedLine[] {
  const lines: PastedLine[] = [];
  let afterGap = false;
  onePlainText(pasted)
    .split('\n')
    .forEach((raw, index) => {
      const text = raw.trim();
      const isKept = text !== '' && !MARK_ALONE.test(text) && !PAGE_NOISE.some((noise) => noise.test(text));
      if (isKept) {
        lines.push({ text, line: index + 1, afterGap });
        afterGap = false;
      } else if (text === '') afterGap = true;
    });
  return withoutCounts(lines);
}

function onePlainText(pasted: string): string {
  const ends = pasted.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  // A soft break is a new line only where it is the only kind of break: else it folds one title over two lines.
  const soft = ends.trim().includes('\n') ? ' ' : '\n';
  return ends
    .replace(/[\v\f]/g, soft)
    .replace(/[\u200B\u2060\uFEFF\u00AD\u200E\u200F]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ');
}

const BARE_NUMBER = /^\d{1,6}([.,]\d+)?\s*%?$/;

/** A copied result has a number under (or over) each label: those go, unless the numbers are all there is. */
function withoutCounts(lines: PastedLine[]): PastedLine[] {
  for (const from of [0, 1]) {
    const rest = lines.slice(from);
    const isNumber = rest.map(({ text }) => BARE_NUMBER.test(text));
    const alternates = isNumber.every(
      (is, index) => is !== isNumber[index + 1] || index + 1 === isNumber.length,
    );
    if (rest.length >= 4 && rest.length % 2 === 0 && alternates) {
      return [...lines.slice(0, from), ...rest.filter((_, index) => !isNumber[index])];
    }
  }
  return lines;
}
