import { comparisonInEnglish, say, type ComparisonSaid } from '../words/comparison-words.ts';
import { answeredSaid } from './answered-words.ts';
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
  const { answered, ...counted } = countedIn(point, how);
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
    ...counted,
    nText: comparisonInEnglish(answered),
    said: { when: point.when, answered },
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

type Counted = Pick<ComparisonPoint, 'n' | 'nLow' | 'nHigh' | 'of'> & { answered: ComparisonSaid };

function countedIn(point: ComparedPoint, how: HowRead): Counted {
  if (how.base !== 'cast') return countedOfRoom(point, how);
  const all = point.answered;
  const answered = answeredSaid(point);
  if (!all) return { n: null, answered };
  if (all.low < all.high) return { n: null, nLow: all.low, nHigh: all.high, answered };
  const n = how.reading === 'common' && point.base === 'cast' ? countCommon(point, how.common) : undefined;
  if (n === undefined || n === all.low) return { n: all.low, answered };
  return { n, of: all.low, answered: say('answered.of', { part: n, n: all.low }) };
}

function countedOfRoom(point: ComparedPoint, { base }: HowRead): Counted {
  const room = roomOf(point, base);
  const answered = answeredSaid(point);
  if (!room) return { n: null, answered };
  return room.low === room.high
    ? { n: room.low, answered }
    : { n: null, nLow: room.low, nHigh: room.high, answered };
}

function unmapped({ label, known, words }: Offered): ComparisonPoint['unmapped'][number] {
  return {
    label,
    ...(known.kind === 'counted' ? { count: known.count } : {}),
    ...(known.kind === 'given' && known.share !== null ? { share: known.share } : {}),
    ...(words === null ? {} : { words }),
  };
}
