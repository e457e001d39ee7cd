import { isNoFigure } from '../stats/no-figure.ts';
import { moreWithoutModel, roomBounds } from '../stats/room-bounds.ts';
import type { Interval } from '../stats/wilson.ts';
import type { Base, OptionDifference, PointDifference } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { provenanceOf } from './comparison-point.ts';
import { measureAll } from './measure.ts';
import { atFirst, listWords, percentWords, pointsWords, rangeWords, smallNumber } from './number-words.ts';
import { isOption } from './pair.ts';
import { answeredAtLeast, roomOf } from './room-of.ts';
import type { Row } from './rows.ts';
import { tellingWords } from './when-words.ts';

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

interface Named extends Told {
  /** By point id: "LinkedIn poll (2021)". */
  names: ReadonlyMap<string, string>;
}

/**
 * [CO10] The sentences, the headline first: what moved and how sure that is; what holds without any model; what the figures
 * describe. *Clear*, *shift* and *changed their answer* stand only where the differences say so.
 */
export function sentencesOf(given: Told): string[] {
  const told = { ...given, names: namesOf(given.points) };
  const { foreground, points } = told;
  if (points.length === 0) return ['This has not been asked yet.'];
  if (hasNobody(told)) return ['Nobody has answered this yet.'];
  if (points.length === 1)
    return [`Asked once so far: ${nameIn(told, points[0]?.id ?? '')}.`, describes(points)];
  if (!foreground) return ['No option stands for the same thing at two of these times.', describes(points)];
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

function pairSentences(pair: PointDifference, row: Row, told: Named): string[] {
  const option = optionIn(pair, row);
  if (pair.kind === 'same-people') return samePeopleSentences(pair, option, row, told);
  if (!option || option.verdict === 'not-comparable') return [cannotBeCompared(pair, option, row, told)];
  const [before, after] = [shareWords(option.shares.from), shareWords(option.shares.to)];
  const [a, b] = [`${before} in ${nameIn(told, pair.from)}`, `${after} in ${nameIn(told, pair.to)}`];
  switch (option.verdict) {
    case 'shift':
      return [`${row.label}: a clear shift, from ${a} to ${b}.`];
    case 'difference':
      return [`${row.label}: a clear difference between these groups, ${a} and ${b}.`];
    case 'chance':
      return [`${row.label}: ${a} and ${b}, which could be chance.`];
    case 'options-changed':
      return [
        `${row.label}: ${a} and ${b}. Whether that is more than other options on offer cannot be told.`,
      ];
  }
}

function cannotBeCompared(
  pair: PointDifference,
  option: OptionDifference | undefined,
  { label }: Row,
  told: Named,
): string {
  const reason = option
    ? 'Its share is not known both times.'
    : (pair.reason ?? 'It was not offered both times.');
  return `${label}: ${nameIn(told, pair.from)} and ${nameIn(told, pair.to)} cannot be compared. ${reason}`;
}

/** Only here has anybody been seen to answer twice. */
function samePeopleSentences(
  pair: PointDifference,
  option: OptionDifference | undefined,
  row: Row,
  told: Named,
): string[] {
  const n = pair.n.from ?? 0;
  if (n === 0) return [`Nobody answered both times, so nobody can be compared with themselves.`];
  const where = whereTwice(pair, told);
  const moved = movesOf(pair, told.rows, where);
  const gone = pair.notAgain ?? 0;
  // Where the options changed, those who were left out had answered first, too.
  const goneWords =
    pair.reading === 'all' ? `${gone} of the ${gone + n} who answered first` : `${gone} who answered first`;
  return [
    ...(moved ? [moved] : []),
    ...(option === undefined || option.difference === null
      ? []
      : [
          `${row.label}${where}: ${pointsWords(option.difference)} percentage points among the ${n} who answered both times, ` +
            `${option.clear ? 'clear' : 'which could be chance'}.`,
        ]),
    ...(gone > 0 ? [`${goneWords} did not answer again and are not compared.`] : []),
  ];
}

/** Which event, where others stand beside it. */
function whereTwice({ from }: PointDifference, { points }: Told): string {
  const events = new Set(points.map(({ eventId, id }) => eventId ?? id));
  const label = points.find(({ id }) => id === from)?.label ?? '';
  return events.size > 1 ? ` in ${label}` : '';
}

function movesOf(
  { transitions, n }: PointDifference,
  rows: readonly Row[],
  where: string,
): string | undefined {
  if (!transitions) return undefined;
  const { moved, options } = transitions;
  const gains = options.map((_, to) =>
    moved.reduce((sum, row, from) => sum + (from === to ? 0 : (row[to] ?? 0)), 0),
  );
  const changed = gains.reduce((sum, gain) => sum + gain, 0);
  if (changed === 0)
    return `None of the ${n.from ?? 0} who answered both times${where} changed their answer.`;
  const most = Math.max(...gains);
  const gainer = rows.find(({ optionId }) => optionId === options[gains.indexOf(most)]);
  const isOne = gains.filter((gain) => gain === most).length === 1;
  const to =
    gainer && isOne ? `, ${most === changed ? 'all of them' : smallNumber(most)} to ${gainer.label}` : '';
  return `${changed} of ${n.from ?? 0}${where} changed their answer${to}.`;
}

/** Other options that moved clearly between the two points of the headline. */
function alsoClear(pair: PointDifference | undefined, row: Row, { rows }: Told): string[] {
  if (!pair || pair.kind === 'same-people') return [];
  const clear = pair.options.flatMap(({ optionId, clear, difference, shares }) => {
    const other = rows.find((each) => each.optionId === optionId);
    if (!other || !clear || other === row || !isOption(other)) return [];
    return difference === null
      ? [`${other.label} (${shareWords(shares.from)}, then ${shareWords(shares.to)})`]
      : [`${other.label} (${pointsWords(difference)} percentage points)`];
  });
  return clear.length === 0 ? [] : [`Also clear: ${listWords(clear)}.`];
}

/** Whom the shares are of, where they are not of everybody who answered. */
function amongCommon(pairs: readonly PointDifference[], { points, ...told }: Named): string[] {
  const fewer = pairs.filter(({ kind, reading }) => kind === 'two-groups' && reading === 'common');
  const counted = new Map(fewer.flatMap(({ from, to, n }) => [[from, n.from] as const, [to, n.to] as const]));
  const among = [...counted].flatMap(([id, n]) => {
    const all = points.find((point) => point.id === id)?.answered;
    return n === null || !all || n === all.low ? [] : [`${n} of ${all.low} in ${nameIn(told, id)}`];
  });
  return among.length === 0
    ? []
    : [`Counted are those who chose an option offered each time: ${listWords(among)}.`];
}

/** What needs no assumption about those who did not answer: of two rooms, one has more whatever they think. */
function withoutModel(told: Named, row: Row): string[] {
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
    return [
      `Whatever those who did not answer think, more of the room of ${nameIn(told, of)} than of ${nameIn(told, than)} ` +
        `chose ${row.label}.`,
    ];
  });
}

/** Between which shares of all who could have answered the option lies, and nothing about chance. */
function ofRoom(told: Named, row: Row): string {
  const of = told.base === 'room' ? 'of the room' : 'of the phones that joined';
  const bounds = told.points.flatMap((point) => {
    const found = boundsAt(point, row, told.base);
    return found ? [`${shareWords(found)} in ${nameIn(told, point.id)}`] : [];
  });
  return bounds.length === 0
    ? `${row.label}: how many could have answered is not known.`
    : `${row.label}: ${listWords(bounds)}, ${of}, whatever those who did not answer think.`;
}

function boundsAt(point: ComparedPoint | undefined, row: Row, base: Base = 'room'): Interval | undefined {
  if (!point) return undefined;
  const measure = measureAll(point, row);
  if (measure.kind !== 'counted') return undefined;
  const bounds = roomBounds(measure.count, answeredAtLeast(point), roomOf(point, base));
  return isNoFigure(bounds) ? undefined : bounds;
}

/** [CO11] One sentence on what the figures describe. */
function describes(points: readonly ComparedPoint[]): string {
  const groups = new Set(points.map(({ eventId, id }) => eventId ?? id)).size;
  if (groups === 1) return 'The figures describe those who answered, not the profession.';
  return (
    `${atFirst(smallNumber(groups))} groups of different people: the figures describe those who ` +
    'answered, not the profession, and between the groups they do not show that anyone changed their mind.'
  );
}

function shareWords(share: Interval | null): string {
  if (share === null) return 'an unknown share';
  return share.low === share.high ? percentWords(share.low) : rangeWords(share);
}

/** "LinkedIn poll (2021)", but "Forum 2021" once; what is remembered says so. */
function namesOf(points: readonly ComparedPoint[]): Map<string, string> {
  const times = tellingWords(
    points.map(({ when }) => when),
    points.map(({ label }) => label),
  );
  return new Map(
    points.map((point, index) => {
      const time = times[index] ?? '';
      const said = [
        ...(point.label.includes(time) ? [] : [time]),
        ...(provenanceOf(point) === 'remembered' ? ['by memory'] : []),
      ].join(', ');
      return [point.id, said ? `${point.label} (${said})` : point.label];
    }),
  );
}

function nameIn({ names }: Pick<Named, 'names'>, id: string): string {
  return names.get(id) ?? '';
}
