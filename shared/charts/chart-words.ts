import type { Base, Comparison, ComparisonPoint, PointOption, Provenance } from '../comparison/comparison.ts';
import { listWords } from '../comparison/number-words.ts';
import { shareAndRange, shareWords } from '../comparison/result-words.ts';
import { tellingWords } from '../comparison/when-words.ts';

export const PROVENANCE_WORDS: Record<Provenance, string> = {
  'counted-here': 'counted here',
  'brought-in': 'brought in',
  remembered: 'remembered',
};

const OF_WHOM: Record<Base, string> = {
  cast: 'of those who answered',
  joined: 'of the phones joined',
  room: 'of the people in the room',
};

/** A share as it stands at a mark, where the axis has the sign: "46", "85–95", "at most 15". */
export function shareText(option: PointOption): string {
  return withoutSign(shareWords(option));
}

/** "46 (33–60)". */
export function shareWithRange(option: PointOption): string {
  return withoutSign(shareAndRange(option));
}

function withoutSign(words: string): string {
  return words.replace('\u00a0%', '');
}

/** The time asked here that is this room, in the accent: the latest, if it was counted here. */
export function pointNow(points: readonly ComparisonPoint[]): string | undefined {
  const last = points.at(-1);
  return last?.provenance === 'counted-here' ? last.id : undefined;
}

/** The shortest words that tell the times apart, by point. */
export function shortTimes(points: readonly ComparisonPoint[]): string[] {
  return tellingWords(points.map(({ when }) => when));
}

/** "LPI event, around 100". */
export function pointWords({ label, nText }: ComparisonPoint): string {
  return `${label}, ${nText}`;
}

/** Where only options offered each time count, the others are in no line. */
export function isInLine(
  { base, reading }: Pick<Comparison, 'base' | 'reading'>,
  { isCommon }: Pick<Comparison['options'][number], 'isCommon'>,
): boolean {
  return base !== 'cast' || reading === 'all' || isCommon;
}

/** What a reader must know to read the marks, a sentence each: whose shares, what lines and dashes are, what is made up. */
export function footWords(comparison: Comparison): string[] {
  const { points, warnings } = comparison;
  const shown = points.flatMap(({ options }) =>
    options.filter((_, index) => isInLine(comparison, comparison.options[index] ?? { isCommon: true })),
  );
  const has = (test: (option: PointOption) => boolean) => shown.some(test);
  const states = new Set(shown.map(({ state }) => state));
  return [
    `Per cent ${ofWhom(comparison)}.`,
    ...(has(({ state, low }) => state === 'counted' && low !== null)
      ? ['Lines and brackets: 95\u00a0% range, as if each had been drawn at random.']
      : []),
    ...(has(({ boundLow }) => typeof boundLow === 'number')
      ? ['Dashed: between which shares it lies, whatever those who did not answer think.']
      : []),
    ...dashedWords(states),
    ...signWords(states),
    ...leftOutWords(comparison),
    ...warnings.filter(({ code }) => !isSaid(code, comparison)).map(({ text }) => text),
    ...points.flatMap(({ label, note }) => (note === null ? [] : [`${label}: ${asSentence(note)}`])),
  ];
}

/** What the other words of the foot say already; of phones or the room, everybody counts whatever they chose. */
function isSaid(code: Comparison['warnings'][number]['code'], { reading }: Comparison): boolean {
  return code === 'CAST_ONLY' || (code === 'OPTIONS_DIFFER' && reading === 'common');
}

/** Whose shares: where options differ, with how many of all who answered that leaves. */
function ofWhom({ base, reading, points }: Comparison): string {
  if (base !== 'cast' || reading === 'all') return OF_WHOM[base];
  const counted = points.flatMap(({ label, n, of }) =>
    n === null || of === undefined ? [] : [`${n} of ${of} in ${label}`],
  );
  const among = counted.length === 0 ? '' : `: ${listWords(counted)}`;
  return `of those who chose an option offered each time${among}`;
}

function dashedWords(states: ReadonlySet<PointOption['state']>): string[] {
  if (states.has('unreported'))
    return ['Dashed: a range that was given, or what the given ones leave for others.'];
  return states.has('given') ? ['Dashed: a range that was given.'] : [];
}

/** What was not offered each time is in no line, but its votes are not hidden. */
function leftOutWords(comparison: Comparison): string[] {
  const left = comparison.options.filter((option) => !isInLine(comparison, option));
  if (left.length === 0) return [];
  const votes = comparison.points.flatMap((point) => {
    const said = left.flatMap(({ optionId, label }) => {
      const count = point.options.find((each) => each.optionId === optionId)?.count;
      return count === undefined ? [] : [`${label} ${count}`];
    });
    return said.length === 0 ? [] : [`${point.label}: ${listWords(said)}`];
  });
  const said = votes.length === 0 ? '' : ` (votes in ${votes.join('; ')})`;
  return [`Not offered each time, so in no line: ${listWords(left.map(({ label }) => label))}${said}.`];
}

function signWords(states: ReadonlySet<PointOption['state']>): string[] {
  const signs = [
    ...(states.has('not-offered') ? ['a dash: not offered'] : []),
    ...(states.has('unknown') ? ['?: not known'] : []),
  ].join('; ');
  return signs === '' ? [] : [`${(signs[0] ?? '').toUpperCase()}${signs.slice(1)}.`];
}

function asSentence(note: string): string {
  return /[.!?]$/.test(note) ? note : `${note}.`;
}

/** More than these nobody listens to in one go; the files have them all. */
const MOST_IN_WORDS = 12;

/** The chart in words, for those who do not see it: its latest times. */
export function chartInWords({ options, points }: Comparison): string {
  return points
    .slice(-MOST_IN_WORDS)
    .map((point) => {
      const shares = options.map(({ label }, index) => {
        const option = point.options[index];
        return `${label} ${option ? inWords(option) : 'not known'}`;
      });
      return `${point.whenText}, ${pointWords(point)}, ${PROVENANCE_WORDS[point.provenance]}: ${shares.join('; ')}.`;
    })
    .join(' ');
}

function inWords(option: PointOption): string {
  if (option.state === 'not-offered') return 'not offered';
  const share = shareText(option);
  if (share === '?') return 'not known';
  return share.includes('vote') ? share : `${share} %`;
}
