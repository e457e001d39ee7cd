import { isNoFigure } from '../stats/no-figure.ts';
import { moreWithoutModel, roomBounds } from '../stats/room-bounds.ts';
import type { Interval } from '../stats/wilson.ts';
import type { Base, OptionDifference, PointDifference } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { provenanceOf } from './comparison-point.ts';
import { measureAll } from './measure.ts';
import { atFirst, ceilPercent, percentWords, pointsWords, rangeWords, smallNumber } from './number-words.ts';
import { isOption } from './pair.ts';
import { answeredAtLeast, roomOf } from './room-of.ts';
import type { Row } from './rows.ts';
import { saidTimeWords, tellingTimes } from './when-words.ts';
import { say, type ComparisonSaid } from '../words/comparison-words.ts';

/** What the sentences are made from. */
export interface Told {
  base: Base;
  /** In time order. */
  points: readonly ComparedPoint[];
  rows: readonly Row[];
  /** The row the first sentence is about. */
  foreground: Row | undefined;
  /** Those to be spoken of, the most important first. */
  differences: readonly PointDifference[];
}

const MOST_PAIRS = 5;

type Name = ComparisonSaid | string;

interface Named extends Told {
  /** By point id: "LinkedIn poll (2021)". */
  names: ReadonlyMap<string, Name>;
}

/**
 * [CO10] The sentences, the headline first: what moved and how sure that is; what holds without any model; what the figures
 * describe. *Clear*, *shift* and *changed their answer* stand only where the differences say so.
 */
export function sentencesOf(given: Told): ComparisonSaid[] {
  const told = { ...given, names: namesOf(given.points) };
  const { foreground, points } = told;
  if (points.length === 0) return [say('comparison.not-asked')];
  if (hasNobody(told)) return [say('comparison.nobody')];
  if (points.length === 1)
    return [say('comparison.once', { name: nameIn(told, points[0]?.id ?? '') }), describes(points)];
  if (!foreground) return [say('comparison.no-same-option'), describes(points)];
  if (told.base !== 'cast')
    return [ofRoom(told, foreground), ...withoutModel(told, foreground), describes(points)];
  const pairs = headlineFirst(told.differences, foreground).slice(0, MOST_PAIRS);
  return [
    ...pairs.flatMap((pair) => pairSentences(pair, foreground, told)),
    ...alsoClear(pairs[0], foreground, told),
    ...amongCommon(pairs, told),
    ...withoutModel(told, foreground),
    describes(points),
  ];
}

function hasNobody({ points, differences }: Told): boolean {
  return (
    points.every(({ answered }) => answered?.high === 0) &&
    differences.every(({ kind }) => kind !== 'same-people')
  );
}

/** Of two clear ones the first to be spoken of comes first; what is clear before what is not. */
function headlineFirst(differences: readonly PointDifference[], row: Row): PointDifference[] {
  const isClear = (pair: PointDifference) => optionIn(pair, row)?.clear ?? false;
  return [...differences].sort((a, b) => Number(isClear(b)) - Number(isClear(a)));
}

function optionIn({ options }: PointDifference, { optionId }: Row): OptionDifference | undefined {
  return options.find((option) => option.optionId === optionId);
}

const VERDICTS = {
  shift: 'comparison.shift',
  difference: 'comparison.difference',
  chance: 'comparison.chance',
  'options-changed': 'comparison.options-changed',
} as const;

function pairSentences(pair: PointDifference, row: Row, told: Named): ComparisonSaid[] {
  const option = optionIn(pair, row);
  if (pair.kind === 'same-people') return samePeopleSentences(pair, option, row, told);
  const between = { option: row.label, from: nameIn(told, pair.from), to: nameIn(told, pair.to) };
  if (!option || option.verdict === 'not-comparable')
    return [say('comparison.not-comparable', { ...between, reason: whyNot(pair, option) })];
  const { from, to } = option.shares;
  return [say(VERDICTS[option.verdict], { ...between, before: shareSaid(from), after: shareSaid(to) })];
}

function whyNot(pair: PointDifference, option: OptionDifference | undefined): ComparisonSaid {
  if (option) return say('reason.share-unknown');
  return pair.unable ?? say('reason.not-offered');
}

/** Only here has anybody been seen to answer twice. */
function samePeopleSentences(
  pair: PointDifference,
  option: OptionDifference | undefined,
  row: Row,
  told: Named,
): ComparisonSaid[] {
  const n = pair.n.from ?? 0;
  if (n === 0) return [say('comparison.nobody-twice')];
  const name = whereTwice(pair, told);
  return [
    ...movesOf(pair, told.rows, name),
    ...(option === undefined || option.difference === null
      ? []
      : [
          say(option.clear ? 'comparison.twice-clear' : 'comparison.twice-chance', {
            option: name ? say('comparison.option-in', { option: row.label, name }) : row.label,
            points: pointsWords(option.difference),
            n,
          }),
        ]),
    ...goneSaid(pair, n),
  ];
}

/** Where the options changed, those who were left out had answered first, too. */
function goneSaid({ notAgain = 0, reading }: PointDifference, both: number): ComparisonSaid[] {
  if (notAgain === 0) return [];
  return reading === 'all'
    ? [say('comparison.gone-of', { n: notAgain, all: notAgain + both })]
    : [say('comparison.gone', { n: notAgain })];
}

/** Which event, where others stand beside it; else empty. */
function whereTwice({ from }: PointDifference, { points }: Told): string {
  const events = new Set(points.map(({ eventId, id }) => eventId ?? id));
  return events.size > 1 ? (points.find(({ id }) => id === from)?.label ?? '') : '';
}

function movesOf({ transitions, n }: PointDifference, rows: readonly Row[], name: string): ComparisonSaid[] {
  if (!transitions) return [];
  const { moved, options } = transitions;
  const gains = options.map((_, to) =>
    moved.reduce((sum, row, from) => sum + (from === to ? 0 : (row[to] ?? 0)), 0),
  );
  const changed = gains.reduce((sum, gain) => sum + gain, 0);
  const where = { n: n.from ?? 0, ...(name ? { name } : {}) };
  if (changed === 0) return [say(name ? 'comparison.none-changed-in' : 'comparison.none-changed', where)];
  const most = Math.max(...gains);
  const gainer = rows.find(({ optionId }) => optionId === options[gains.indexOf(most)]);
  const isOne = gains.filter((gain) => gain === most).length === 1;
  const who = say(name ? 'comparison.of-in' : 'comparison.of', { part: changed, ...where });
  if (!gainer || !isOne) return [say('comparison.changed', { who })];
  const option = gainer.label;
  if (most === changed) return [say('comparison.changed-all', { who, option })];
  return [say('comparison.changed-most', { who, option, n: most, nInWords: smallNumber(most) })];
}

/** Other options that moved clearly between the two points of the headline. */
function alsoClear(pair: PointDifference | undefined, row: Row, { rows }: Told): ComparisonSaid[] {
  if (!pair || pair.kind === 'same-people') return [];
  const options = pair.options.flatMap(({ optionId, clear, difference, shares }) => {
    const other = rows.find((each) => each.optionId === optionId);
    if (!other || !clear || other === row || !isOption(other)) return [];
    const option = other.label;
    return difference === null
      ? [
          say('comparison.option-then', {
            option,
            before: shareSaid(shares.from),
            then: shareSaid(shares.to),
          }),
        ]
      : [say('comparison.option-points', { option, points: pointsWords(difference) })];
  });
  return options.length === 0 ? [] : [say('comparison.also-clear', { options })];
}

/** Whom the shares are of, where they are not of everybody who answered. */
function amongCommon(pairs: readonly PointDifference[], { points, ...told }: Named): ComparisonSaid[] {
  const fewer = pairs.filter(({ kind, reading }) => kind === 'two-groups' && reading === 'common');
  const counted = new Map(fewer.flatMap(({ from, to, n }) => [[from, n.from] as const, [to, n.to] as const]));
  const among = [...counted].flatMap(([id, part]) => {
    const all = points.find((point) => point.id === id)?.answered;
    return part === null || !all || part === all.low
      ? []
      : [say('comparison.of-in', { part, n: all.low, name: nameIn(told, id) })];
  });
  return among.length === 0 ? [] : [say('comparison.counted-common', { among })];
}

/** What needs no assumption about those who did not answer: of two rooms, one has more whatever they think. */
function withoutModel(told: Named, row: Row): ComparisonSaid[] {
  return told.differences.slice(0, MOST_PAIRS).flatMap(({ from, to, kind }) => {
    const [before, after] = [from, to].map((id) =>
      boundsAt(
        told.points.find((point) => point.id === id),
        row,
      ),
    );
    const more = kind === 'two-groups' && before && after ? moreWithoutModel(before, after) : undefined;
    if (!more) return [];
    const [of, than] = more === 'to' ? [to, from] : [from, to];
    const names = { more: nameIn(told, of), less: nameIn(told, than) };
    return [say('comparison.whatever', { ...names, option: row.label })];
  });
}

/** Between which shares of all who could have answered the option lies, and nothing about chance. */
function ofRoom(told: Named, row: Row): ComparisonSaid {
  const bounds = told.points.flatMap((point) => {
    const found = boundsAt(point, row, told.base);
    return found
      ? [say('comparison.share-in', { share: shareSaid(found), name: nameIn(told, point.id) })]
      : [];
  });
  const option = row.label;
  if (bounds.length === 0) return say('comparison.room-unknown', { option });
  return say(told.base === 'room' ? 'comparison.of-room' : 'comparison.of-joined', { option, bounds });
}

function boundsAt(point: ComparedPoint | undefined, row: Row, base: Base = 'room'): Interval | undefined {
  if (!point) return undefined;
  const measure = measureAll(point, row);
  if (measure.kind !== 'counted') return undefined;
  const bounds = roomBounds(measure.count, answeredAtLeast(point), roomOf(point, base));
  return isNoFigure(bounds) ? undefined : bounds;
}

/** [CO11] One sentence on what the figures describe. */
function describes(points: readonly ComparedPoint[]): ComparisonSaid {
  const n = new Set(points.map(({ eventId, id }) => eventId ?? id)).size;
  if (n === 1) return say('comparison.describes');
  return say('comparison.describes-groups', { n, nInWords: atFirst(smallNumber(n)) });
}

function shareSaid(share: Interval | null): ComparisonSaid | string {
  if (share === null) return say('share.unknown');
  if (share.low === share.high) return percentWords(share.low);
  return share.low <= 0 ? say('share.at-most', { share: ceilPercent(share.high) }) : rangeWords(share);
}

/** "LinkedIn poll (2021)", but "Forum 2021" once; what is remembered says so. */
function namesOf(points: readonly ComparedPoint[]): Map<string, Name> {
  const times = tellingTimes(
    points.map(({ when }) => when),
    points.map(({ label }) => label),
  );
  return new Map(
    points.map((point, index) => {
      const time = times[index] ?? point.when;
      const hasTime = !point.label.includes(saidTimeWords(time));
      const isMemory = provenanceOf(point) === 'remembered';
      const name = point.label;
      if (hasTime) return [point.id, say(isMemory ? 'name.time-memory' : 'name.time', { name, time })];
      return [point.id, isMemory ? say('name.memory', { name }) : name];
    }),
  );
}

function nameIn({ names }: Pick<Named, 'names'>, id: string): Name {
  return names.get(id) ?? '';
}
