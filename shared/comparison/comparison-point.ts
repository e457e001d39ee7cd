import { answeredWords } from './answered-words.ts';
import type { ComparisonPoint, Provenance } from './comparison.ts';
import type { ComparedPoint, Offered } from './compared-point.ts';
import { disclosureOf } from './disclosure.ts';
import { countCommon } from './measure-common.ts';
import { pointOption, type HowRead } from './point-option.ts';
import { roomOf } from './room-of.ts';
import { unmappedOf, type Row } from './rows.ts';
import { whenWords } from './when-words.ts';

/** What is longer than this is told under *Where the figures come from*, not beside a chart. */
const LONGEST_NOTE = 90;

/** A point as it is shown: its options row by row, how many it counts, and its disclosure. */
export function comparisonPoint(point: ComparedPoint, rows: readonly Row[], how: HowRead): ComparisonPoint {
  const note = point.source?.note ?? null;
  return {
    id: point.id,
    kind: point.kind,
    label: point.label,
    when: point.when,
    whenText: whenWords(point.when),
    provenance: provenanceOf(point),
    exactness: point.exactness,
    interim: point.interim,
    place: point.place,
    audience: point.audience,
    audienceTags: [...point.audienceTags],
    eventId: point.eventId,
    base: point.base === 'room' ? 'room' : how.base,
    ...countedIn(point, how),
    options: rows.map((row) => pointOption(point, row, how)),
    unmapped: unmappedOf(point).map(unmapped),
    disclosure: disclosureOf(point),
    note: note !== null && note.length <= LONGEST_NOTE ? note : null,
  };
}

export function provenanceOf({ kind, exactness }: Pick<ComparedPoint, 'kind' | 'exactness'>): Provenance {
  if (kind === 'asking') return 'counted-here';
  return exactness === 'remembered' || exactness === 'words' ? 'remembered' : 'brought-in';
}

type Counted = Pick<ComparisonPoint, 'n' | 'nText' | 'nLow' | 'nHigh' | 'of'>;

function countedIn(point: ComparedPoint, how: HowRead): Counted {
  if (how.base !== 'cast') return countedOfRoom(point, how);
  const { answered } = point;
  const nText = answeredWords(point);
  if (!answered) return { n: null, nText };
  if (answered.low < answered.high) return { n: null, nLow: answered.low, nHigh: answered.high, nText };
  const n = how.reading === 'common' && point.base === 'cast' ? countCommon(point, how.common) : undefined;
  if (n === undefined || n === answered.low) return { n: answered.low, nText };
  return { n, of: answered.low, nText: `${n} of ${answered.low}` };
}

function countedOfRoom(point: ComparedPoint, { base }: HowRead): Counted {
  const room = roomOf(point, base);
  const nText = answeredWords(point);
  if (!room) return { n: null, nText };
  return room.low === room.high
    ? { n: room.low, nText }
    : { n: null, nLow: room.low, nHigh: room.high, nText };
}

function unmapped({ label, known, words }: Offered): ComparisonPoint['unmapped'][number] {
  return {
    label,
    ...(known.kind === 'counted' ? { count: known.count } : {}),
    ...(known.kind === 'given' && known.share !== null ? { share: known.share } : {}),
    ...(words === null ? {} : { words }),
  };
}
