import type { AlignmentKind, AlignmentMap, OfferedOption } from './alignment.ts';
import { isSameOffered } from './comparison/means.ts';
import type { DataPoint } from './data-point.ts';
import { offeredPlaces, type OfferedHere, type OfferedPlace } from './offered-places.ts';
import type { Question } from './question.ts';
import { ok, refused, type FieldError, type Result } from './result.ts';

/** An alignment as it comes in: its ids are only texts yet. */
export interface SentMap {
  from: { optionId: string } | { dataPointId: string; label: string };
  to: string[];
  as: AlignmentKind;
}

/**
 * [AL4] The maps, when each of them names what there is, once, and its kind fits. Each refusal has its path; the maps are
 * the whole alignment.
 */
export function checkedMaps(
  question: Question,
  dataPoints: readonly DataPoint[],
  sent: readonly SentMap[],
): Result<AlignmentMap[]> {
  const maps = sent as readonly AlignmentMap[];
  const places = offeredPlaces(question, dataPoints);
  const each = maps.flatMap((map, index) => [
    ...refusesUnknown(map, places, `maps.${index}`),
    ...refusesKind(map, `maps.${index}.to`),
    ...(isFirst(maps, index) ? [] : [{ path: `maps.${index}.from`, message: 'This is mapped twice.' }]),
  ]);
  const errors = each.length > 0 ? each : refusesTogether(maps, places);
  return errors.length > 0 ? refused('INVALID', errors[0]?.message, { errors }) : ok([...maps]);
}

/** [AL5] The maps whose options and data points are still there. */
export function standingMaps(
  question: Question,
  dataPoints: readonly DataPoint[],
  maps: readonly AlignmentMap[],
): AlignmentMap[] {
  const places = offeredPlaces(question, dataPoints);
  return maps.filter((map) => refusesUnknown(map, places, '').length === 0);
}

function refusesUnknown(
  { from, to }: AlignmentMap,
  places: readonly OfferedPlace[],
  path: string,
): FieldError[] {
  const isKnown = (offered: OfferedOption) => placesOf(offered, places).length > 0;
  const ofFrom = isKnown(from) ? [] : [{ path: `${path}.from`, message: unknownWords(from) }];
  const ofTo = to.flatMap((optionId, index) => {
    const at = `${path}.to.${index}`;
    if (!isKnown({ optionId })) return [{ path: at, message: 'The question has no such option.' }];
    return to.indexOf(optionId) < index ? [{ path: at, message: 'This option stands there twice.' }] : [];
  });
  return [...ofFrom, ...ofTo];
}

function unknownWords(from: OfferedOption): string {
  if ('optionId' in from) return 'The question has no such option.';
  return `No result of this question from elsewhere has the option “${from.label}” under that id.`;
}

const FITS: Record<AlignmentKind, { fits(to: number): boolean; message: string }> = {
  same: { fits: (to) => to === 1, message: 'What is the same stands for exactly one option.' },
  renamed: { fits: (to) => to === 1, message: 'What was renamed stands for exactly one option.' },
  merged: { fits: (to) => to >= 2, message: 'What was merged stands for at least two options.' },
  split: { fits: (to) => to === 1, message: 'A part stands for exactly one option.' },
  added: { fits: (to) => to === 0, message: 'What was added stands for no option.' },
  dropped: { fits: (to) => to === 0, message: 'What was dropped stands for no option.' },
};

function refusesKind({ to, as }: AlignmentMap, path: string): FieldError[] {
  const { fits, message } = FITS[as];
  return fits(to.length) ? [] : [{ path, message }];
}

function isFirst(maps: readonly AlignmentMap[], index: number): boolean {
  return maps.findIndex(({ from }) => isSameOffered(from, (maps[index] as AlignmentMap).from)) === index;
}

/** What only shows beside the other maps: circles, a part without another part, two that are said to be one option. */
function refusesTogether(maps: readonly AlignmentMap[], places: readonly OfferedPlace[]): FieldError[] {
  return maps.flatMap((map, index) => {
    const path = `maps.${index}.to`;
    if (leadsBack(map, maps)) return [{ path, message: 'These maps lead back to where they began.' }];
    if (map.as === 'split' && besides(map, maps, places).length === 0)
      return [{ path, message: 'A part needs another part beside it: map that one, too.' }];
    const earlier = besides(map, maps, places).filter(({ at }) => at < index);
    return isWhole(map.as) && earlier.some(({ as }) => isWhole(as))
      ? [{ path, message: 'This option is mapped twice here. If it was split, say so.' }]
      : [];
  });
}

/** Said to be an option as a whole, so that no other can be the same one. */
function isWhole(as: AlignmentKind): boolean {
  return as === 'same' || as === 'renamed';
}

interface Beside {
  as: AlignmentKind;
  /** Where it is among the maps; −1: it stands for what it always did. */
  at: number;
}

/** What else, at a place of this map's option, stands for what the map leads to. */
function besides(
  { from, to }: AlignmentMap,
  maps: readonly AlignmentMap[],
  places: readonly OfferedPlace[],
): Beside[] {
  const others = placesOf(from, places).flatMap(({ offered }) =>
    offered.filter((other) => !isSameOffered(other.from, from)),
  );
  return others.flatMap((other) => {
    const at = maps.findIndex((map) => isSameOffered(map.from, other.from));
    const means = meansHere(maps[at], other);
    return means.to.some((id) => to.includes(id)) ? [{ as: means.as, at }] : [];
  });
}

/** What nobody decided is the same as ever; so is an option of the question that was added or dropped. */
function meansHere(map: AlignmentMap | undefined, { own }: OfferedHere): Pick<AlignmentMap, 'to' | 'as'> {
  if (map && (map.to.length > 0 || 'dataPointId' in map.from)) return map;
  return { to: own === null ? [] : [own], as: 'same' };
}

function placesOf(from: OfferedOption, places: readonly OfferedPlace[]): OfferedPlace[] {
  return places.filter(({ offered }) => offered.some((each) => isSameOffered(each.from, from)));
}

/** An option that stands for others, of which one stands for it again; what stands for itself is no circle. */
function leadsBack({ from, to }: AlignmentMap, maps: readonly AlignmentMap[]): boolean {
  if (!('optionId' in from) || to.includes(from.optionId)) return false;
  const seen = new Set(to);
  for (const id of seen) {
    const next = maps.find((map) => isSameOffered(map.from, { optionId: id }));
    next?.to.forEach((onward) => seen.add(onward));
  }
  return seen.has(from.optionId);
}
