import type { Base, PointDifference, Reading, Warning } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { countCommon } from './measure-common.ts';
import { listWords } from './number-words.ts';
import { isRoomTooSmall, roomOf } from './room-of.ts';
import { unmappedOf, type Row } from './rows.ts';

export interface Warned {
  points: readonly ComparedPoint[];
  rows: readonly Row[];
  common: readonly Row[];
  differences: readonly PointDifference[];
  base: Base;
  reading: Reading;
  /** Whether the sets of options differ between the points. */
  doOptionsDiffer: boolean;
}

/** What a reader must know beside the numbers, each with its code. */
export function warningsOf(about: Warned): Warning[] {
  return [...aboutBase(about), ...aboutRooms(about), ...aboutOptions(about), ...aboutPoints(about)];
}

function aboutBase({ base, points, differences }: Warned): Warning[] {
  const mixed = differences.some(({ from, to }) => baseOf(points, from) !== baseOf(points, to));
  const unknown = base === 'cast' ? [] : points.filter((point) => roomOf(point, base) === null);
  return [
    ...(base === 'cast'
      ? []
      : [warning('CAST_ONLY', 'Ranges, differences and words exist only for those who answered.')]),
    ...(unknown.length === 0
      ? []
      : [
          warning(
            'BASE_UNKNOWN',
            `How many ${base === 'room' ? 'people were in the room' : 'phones joined'} is not known: ${labels(unknown)}.`,
          ),
        ]),
    ...(mixed
      ? [
          warning(
            'BASES_DIFFER',
            'Some count those who answered, others everybody in the room; these are not compared.',
          ),
        ]
      : []),
  ];
}

function baseOf(points: readonly ComparedPoint[], id: string): string | undefined {
  return points.find((point) => point.id === id)?.base;
}

function aboutRooms({ points }: Warned): Warning[] {
  const small = points.filter(isRoomTooSmall);
  if (small.length === 0) return [];
  return [
    warning(
      'ROOM_BELOW_BALLOTS',
      `The room is said to be smaller than the ballots it cast, so it has no bounds: ${labels(small)}.`,
    ),
  ];
}

function aboutOptions(about: Warned): Warning[] {
  const { rows, common, base, reading, doOptionsDiffer } = about;
  if (!doOptionsDiffer) return [];
  if (base === 'cast' && reading === 'all' && common.length < 2)
    return [
      warning(
        'NO_COMMON_OPTIONS',
        'Fewer than two options were offered each time, so everybody who answered counts.',
      ),
    ];
  const away = rows.filter((row) => !row.isCommon).map(({ label }) => label);
  const text = [whoCounts(about), away.length > 0 && `Not offered each time: ${listWords(away)}.`]
    .filter(Boolean)
    .join(' ');
  return text === '' ? [] : [warning('OPTIONS_DIFFER', text)];
}

/** Nothing where nobody is left out. */
function whoCounts({ points, common, base, reading }: Warned): string {
  if (base !== 'cast') return 'The options differ.';
  if (reading === 'all') return 'The options differ; everybody who answered counts.';
  const fewer = points.flatMap((point) => {
    const n = point.base === 'cast' ? countCommon(point, common) : undefined;
    const all = point.answered?.low;
    return n === undefined || n === all ? [] : [`${n} of ${all ?? 0} (${point.label})`];
  });
  return fewer.length === 0
    ? ''
    : `Only those count who chose an option offered each time: ${listWords(fewer)}.`;
}

function aboutPoints({ points }: Warned): Warning[] {
  const unsure = points.filter(({ isOfferKnown }) => !isOfferKnown);
  const open = points.filter(({ isOpen }) => isOpen);
  return [
    ...points.flatMap((point) => {
      const left = unmappedOf(point).map(({ label }) => label);
      return left.length === 0
        ? []
        : [
            warning(
              'UNMAPPED',
              `In no line, for it stands for no option here: ${listWords(left)} (${point.label}).`,
            ),
          ];
    }),
    ...(unsure.length === 0
      ? []
      : [warning('OPTIONS_UNKNOWN', `What else was offered is not known: ${labels(unsure)}.`)]),
    ...(open.length === 0
      ? []
      : [warning('STILL_OPEN', `Voting is still open, so its numbers move: ${labels(open)}.`)]),
  ];
}

function labels(points: readonly ComparedPoint[]): string {
  return listWords(points.map(({ label }) => label));
}

function warning(code: Warning['code'], text: string): Warning {
  return { code, text };
}
