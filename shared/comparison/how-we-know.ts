import type { AssociationTest } from '../stats/association.ts';
import { adjustedLevel } from '../stats/level.ts';
import type { Base, PointDifference } from './comparison.ts';
import { listWords, smallNumber } from './number-words.ts';
import type { ComparedPoint } from './compared-point.ts';

/** How the numbers were reckoned, a paragraph each: the only words that name a method. */
export function howWeKnow(
  points: readonly ComparedPoint[],
  differences: readonly PointDifference[],
  base: Base,
): string[] {
  if (base !== 'cast')
    return [
      'Shares of phones or of the room assume one ballot per person and a right number of people. The bounds say what the ' +
        'share is if all who have not answered chose another option, and if all of them chose this one (non-response ' +
        'bounds, Manski 1989); no chance is in them, and no interval stands beside them.',
    ];
  const isCounted = points.some(({ exactness, answered }) => exactness === 'counts' && answered !== null);
  return [
    ...(isCounted
      ? ['Ranges of counted shares are Wilson score intervals without continuity correction, 95 %.']
      : []),
    ...aboutDifferences(differences),
    ...aboutSamePeople(differences),
    ...aboutRanges(points),
    ...differences.flatMap(({ test }) => (test ? [testWords(test)] : [])).slice(0, 1),
    'Nobody was drawn at random, so a margin of error on these figures would mislead: the ranges show only how much chance ' +
      'alone could do in groups of this size, as if each had been drawn at random.',
  ];
}

function aboutDifferences(differences: readonly PointDifference[]): string[] {
  const two = differences.filter(({ kind, options }) => kind === 'two-groups' && options.length > 0);
  if (two.length === 0) return [];
  const isFull = two.some(({ options }) => options.some(({ verdict }) => verdict === 'options-changed'));
  return [
    'Differences are later minus earlier, with Newcombe’s hybrid score interval (1998, method 10), 95 %. The word clear ' +
      `asks that the same interval leaves out zero at ${levelsWords(two)}.`,
    ...(isFull
      ? [
          'Where other options were on offer and everybody counts, clear also asks that it leaves out zero with everybody ' +
            'who chose an option the other side lacked moved to it.',
        ]
      : []),
  ];
}

/** "98.75 %, since four options are compared"; pairs with other numbers of options have levels of their own. */
function levelsWords(differences: readonly PointDifference[]): string {
  const numbers = [...new Set(differences.map(({ options }) => options.length))].sort((a, b) => a - b);
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined)
    return `${levelWords(only)}, since ${optionsWords(only)} compared`;
  return listWords(
    numbers.map((options) => `${levelWords(options)} where ${optionsWords(options)} compared`),
  );
}

function levelWords(options: number): string {
  return `${Math.round(adjustedLevel(options) * 10_000) / 100} %`;
}

function optionsWords(options: number): string {
  return options === 1 ? 'one option is' : `${smallNumber(options)} options are`;
}

function aboutSamePeople(differences: readonly PointDifference[]): string[] {
  if (!differences.some(({ kind }) => kind === 'same-people')) return [];
  return [
    'Of the same people asked twice only those who answered both times count, with Newcombe’s interval for paired ' +
      'proportions (1998, Stat Med 17:2635) and McNemar’s exact test of those who changed.',
  ];
}

function aboutRanges(points: readonly ComparedPoint[]): string[] {
  const known = points.flatMap(({ offered }) => offered.map(({ known: { kind } }) => kind));
  return [
    ...(known.includes('given')
      ? [
          'What is not exact is drawn as the range that was entered; a difference with it is the union of the intervals over ' +
            'the ends of the ranges, and there is no test.',
        ]
      : []),
    ...(known.includes('unreported')
      ? [
          'For an option that was not reported the range is what the reported ones leave; nothing says where in it it lies.',
        ]
      : []),
  ];
}

const METHODS = {
  'chi-square': 'Pearson’s chi-square',
  fisher: 'Fisher’s exact test',
  'monte-carlo': 'chi-square against 10,000 seeded random tables',
};

function testWords({ method, statistic, df, p, cramersV }: AssociationTest): string {
  const parts = [
    METHODS[method],
    ...(statistic === undefined ? [] : [rounded(statistic, 1)]),
    ...(df === undefined ? [] : [`${df} degrees of freedom`]),
    `p ${p < 0.001 ? '< 0.001' : `= ${rounded(p, 3)}`}`,
    `Cramér’s V ${rounded(cramersV, 2)}`,
  ];
  return `Whole table: ${parts.join(', ')}; it decides no word.`;
}

function rounded(number: number, digits: number): string {
  return number.toFixed(digits);
}
