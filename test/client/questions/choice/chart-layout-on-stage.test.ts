import { expect, test } from 'vitest';
import { NARROW, WIDE, type Frame } from '../../../../client/present/stage-frame.ts';
import { titleLayout } from '../../../../client/present/title-layout.ts';
import {
  asideWidth,
  chartLayout,
  FOOT,
  type ChartAsked,
} from '../../../../client/questions/choice/chart-layout.ts';
import { MAX_OPTIONS } from '../../../../shared/questions/choice.ts';
import { measure } from '../../ui/measure.ts';

/** The chart in what question and finding leave it: few to many rows, in both shapes of picture. */

const HAIR = 0.02;
/** The line above the chart. */
const NOTE = 50;
/** Digits of the screen's face, of their size. */
const DIGIT = 0.6;

const LABELS = {
  short: 'Marketing',
  real: 'A performance consultant, or some other form of business partner',
  longest:
    'Whoever knows best what the people who do the work need in order to do it well, and how they would like to learn it, too',
  unbroken: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
};
const PROMPT = 'Which role would you put in charge of a digital learning function?';

interface Case {
  frame: Frame;
  label: string;
  n: number;
  leaders: number;
  isRevealed: boolean;
  /** With last time's column, or without. */
  aside: number;
}

function asked({ frame, label, n, leaders, isRevealed, aside }: Case): ChartAsked {
  const options = Array.from({ length: n }, () => ({ label }));
  const sentence = isRevealed ? `${label} leads among the 60 who answered; 21 have not` : null;
  const { chart } = titleLayout({ prompt: PROMPT, options, sentence }, frame, measure);
  const labels = options.map((option) => option.label);
  const digits = labels.map((_label, at) => (at === 0 ? 3 : 2));
  return { labels, digits, width: frame.main, height: chart - NOTE, leaders, aside, isRevealed };
}

function casesOf(label: string, counts: number[]): [string, Case][] {
  return Object.entries({ wide: WIDE, narrow: NARROW }).flatMap(([shape, frame]) =>
    counts.flatMap((n) =>
      [0, asideWidth(frame.main)].flatMap((aside): [string, Case][] => [
        [`${shape}, ${n} rows, voting, ${aside}`, { frame, label, n, leaders: 0, isRevealed: false, aside }],
        ...[...new Set([1, 2, Math.min(n, MAX_OPTIONS)])].map((leaders): [string, Case] => [
          `${shape}, ${n} rows, ${leaders} lead, ${aside}`,
          { frame, label, n, leaders, isRevealed: true, aside },
        ]),
      ]),
    ),
  );
}

/** What is wrong with a layout, in words; nothing when all is well. */
function wrongWith(given: ChartAsked): string[] {
  const layout = chartLayout(given, measure);
  const wrong = new Set<string>();
  const check = (isRight: boolean, words: string) => void (isRight || wrong.add(words));
  const over = layout.rowsHeight - (given.height - FOOT);
  check(over <= HAIR, `rows are ${over.toFixed(1)} u too high`);
  check(layout.axis + layout.track <= given.width, 'the scale is too long');
  check(layout.track >= given.width * 0.12, 'the scale is too short');
  layout.rows.forEach((row, at) => {
    const below = layout.rows[at + 1];
    check(row.up - row.height >= (below?.up ?? 0) - HAIR, 'a row lies over the next');
    const room = layout.labels === 'above' ? row.bar.top : row.height;
    check(row.label.lines * row.label.line <= room + HAIR, 'a row is lower than its label');
    check(row.bar.top + row.bar.height <= row.height + HAIR, 'a row is lower than its bar');
    check(row.number.top >= -HAIR, 'a row is lower than its number');
    const column = layout.labels === 'above' ? layout.axis : layout.axis - layout.labelColumn;
    const digits = row.number.size * DIGIT * (given.digits[at] ?? 0);
    check(digits <= column, 'a number is wider than its column');
  });
  return [...wrong];
}

test.each(Object.entries(LABELS))(
  '%s labels: nothing overflows, and no row is smaller than its parts',
  (_kind, label) => {
    for (const [words, one] of casesOf(label, [2, 3, 5, 7, 8, 10, 12]))
      expect([words, ...wrongWith(asked(one))]).toEqual([words]);
  },
);

test('with "other" and abstentions twelve options make fourteen rows, and they fit', () => {
  for (const [words, one] of casesOf(LABELS.real, [13, 14]))
    expect([words, ...wrongWith(asked(one))]).toEqual([words]);
});
