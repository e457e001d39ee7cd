/** What stands in front of an item of a list: a bullet, a box to tick, a number, a letter. */
interface Mark {
  kind: 'sign' | 'number' | 'letter' | 'roman';
  /** Its place in the list; 0 for signs. */
  order: number;
  rest: string;
}

/** Bullets of Word, PowerPoint (their private letters too), web pages and Markdown. */
const BULLET =
  /^(?:[•◦▪▫■□●○◆◇◼◻►▶▸▹‣⁃∙·➢➤➔➜→»✓✔✗✘☐☑☒❑❒❖⮚\uF000-\uF0FF]\uFE0F?\s*|[*+]\s*(?=[^*+\s])(?!\S*\*)|o\t\s*|[-–—](?:\s+|(?=\p{L})))/u;
const BOX = /^(?:\[[ xX✓]?\]|\( ?\)|\([•●✓]\))\s*/u;
const KEYCAP = /^(?:[0-9]\uFE0F?\u20E3|🔟|[①-⑳❶-❿])\s*/u;
const NUMBER = /^(?:[#№]\s?)?(?:\((\d{1,2})\)|(\d{1,2})(?:[.)](?!\d)|:(?=\s)|\s+[-–—](?=\s+\D)))\s*(?=\S)/;
const LETTER = /^(?:\(([A-Za-z])\)|([A-Za-z])(?:\)|[.:](?=\s)|\s+[-–—](?=\s)))\s*(?=\S)/;
const ROMAN = /^\(?((?:x{0,1})(?:ix|iv|v?i{0,3}))[.)]\s*(?=\S)/i;

const ROMANS = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
];

function markOf(text: string, kind: Mark['kind']): Mark | undefined {
  if (kind === 'sign') {
    const sign = BULLET.exec(text) ?? BOX.exec(text) ?? KEYCAP.exec(text);
    const rest = sign ? text.slice(sign[0].length) : '';
    return rest === '' ? undefined : { kind, order: 0, rest };
  }
  const pattern = { number: NUMBER, letter: LETTER, roman: ROMAN }[kind];
  const found = pattern.exec(text);
  const name = (found?.[1] ?? found?.[2] ?? '').toLowerCase();
  if (!found || name === '') return undefined;
  return { kind, order: orderOf(kind, name), rest: text.slice(found[0].length) };
}

function orderOf(kind: Mark['kind'], name: string): number {
  if (kind === 'number') return Number(name);
  return kind === 'letter' ? name.charCodeAt(0) - 96 : ROMANS.indexOf(name) + 1;
}

/** The kinds of mark a line may be carrying, for telling a question from the list under it. */
export function marksOf(text: string): Mark['kind'][] {
  return (['sign', 'number', 'letter', 'roman'] as const).filter((kind) => markOf(text, kind) !== undefined);
}

/** Takes one mark off the only line there is: the number of a question. */
export function withoutMark(text: string): string {
  return (markOf(text, 'sign') ?? markOf(text, 'number'))?.rest ?? text;
}

/**
 * The items of one list without their marks. A number or letter is taken for a mark only where the list as a whole
 * counts with it, so that "2026", "1.5 hours", "24/7" and the "3. June" of a list of days stay what they are.
 */
export function withoutMarks(items: string[]): string[] {
  let now = items;
  for (let round = 0; round < 3; round += 1) {
    const signs = now.map((text) => markOf(text, 'sign')?.rest ?? text);
    const next = withoutPictures(withoutNumbers(signs));
    if (next.every((text, index) => text === now[index])) break;
    now = next;
  }
  return now;
}

function withoutNumbers(items: string[]): string[] {
  for (const kind of ['number', 'roman', 'letter'] as const) {
    const marks = items.map((text) => markOf(text, kind));
    const found = marks.filter((mark) => mark !== undefined);
    if (found.length < 2 || found.length * 2 < items.length || !counts(found)) continue;
    const rest = items.map((text, index) => marks[index]?.rest ?? text);
    if (new Set(rest).size >= new Set(items).size) return rest;
  }
  return items;
}

/** Up from the start, gaps and repeats allowed ("1. 1. 1." is Markdown); from elsewhere only without a gap. */
function counts(marks: Mark[]): boolean {
  const orders = marks.map(({ order }) => order);
  const steps = orders.slice(1).map((order, index) => order - (orders[index] ?? 0));
  const first = orders[0] ?? 0;
  if (first > 1) return marks[0]?.kind === 'number' && steps.every((step) => step === 1);
  return (
    steps.every((step) => step > 0) || (marks[0]?.kind === 'number' && steps.every((step) => step === 0))
  );
}

const PICTURE =
  /^(\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*)\s+(?=\S)/u;
const POINTERS = /^[👉👈➡✅☑✔⭐🔹🔸🔷🔶🔵🔴🟢🟡🟠🟣🟤⚪⚫🔘📌🔺💠]/u;

/** Emoji in front are bullets when all are the same or all only point; 👍 and 👎 say something and stay. */
function withoutPictures(items: string[]): string[] {
  const pictures = items.map((text) => PICTURE.exec(text)?.[1]);
  if (items.length < 2 || pictures.includes(undefined)) return items;
  const areBullets =
    new Set(pictures).size === 1 || pictures.every((picture) => POINTERS.test(picture ?? ''));
  return areBullets ? items.map((text) => text.replace(PICTURE, '')) : items;
}
