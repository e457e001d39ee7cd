import type { Conditions } from '../asking.ts';
import type { Disclosure } from './comparison.ts';
import type { ComparedPoint } from './compared-point.ts';
import { answeredWords } from './answered-words.ts';
import { listWords, percentWords, rangeWords, smallNumber } from './number-words.ts';
import { languagesWords } from '../translations.ts';

const NOT_KNOWN = 'not known';

/** [CO8] What stands beside a point's numbers: AAPOR's items, as far as they are known, and "not known" where not. */
export function disclosureOf(point: ComparedPoint): Disclosure {
  return {
    asked: joined([point.label, point.place, point.interim ? 'interim' : null]),
    whoAnswered: joined([answeredWords(point), point.audience]),
    reached: reachedWords(point),
    wording: wordingWords(point),
    options: optionsWords(point),
    responseRate: rateWords(point),
    knownHow: knownHow(point),
    whileVoting: whileVoting(point),
    source: sourceWords(point),
  };
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(', ');
}

function whileVoting({ isByHand, conditions }: ComparedPoint): string {
  if (isByHand) return 'hands raised in sight of everybody';
  return conditions ? conditionsWords(conditions) : NOT_KNOWN;
}

function reachedWords({ kind, isByHand, reached, askedBy, conditions }: ComparedPoint): string {
  if (isByHand) return 'everybody in the room who raised a hand';
  if (kind === 'asking' && conditions?.reach === 'link')
    return 'whoever had the link: an open link, not a room';
  if (kind === 'asking') return 'everybody who opened the event’s code on a phone';
  return joined([reached, askedBy && `asked by ${askedBy}`]) || NOT_KNOWN;
}

const WORDING = {
  exact: 'these words',
  rough: 'roughly the same, exact words not known',
  unknown: NOT_KNOWN,
};

/** [TR5] In other languages the words were others: how many read them so is said. */
function wordingWords({ kind, prompt, wording, version, languages = {} }: ComparedPoint): string {
  if (kind === 'asking') {
    const read = languagesWords(languages);
    return `“${prompt ?? ''}” (version ${version ?? 1})${read ? `, read in translation: ${read}` : ''}`;
  }
  return prompt === null
    ? WORDING[wording]
    : joined([`“${prompt}”`, wording === 'exact' ? null : WORDING[wording]]);
}

function optionsWords({ offered, isOfferKnown, abstained }: ComparedPoint): string {
  const labels = offered.map(({ label }) => label);
  if (!isOfferKnown)
    return labels.length > 0 ? `${listWords(labels)}; what else was offered is not known` : NOT_KNOWN;
  const abstaining = abstained === null ? '' : '; one could abstain';
  return `${smallNumber(labels.length)}: ${listWords(labels)}${abstaining}`;
}

function rateWords(point: ComparedPoint): string {
  const { answered, roomSize, joined: phones } = point;
  if (!answered || answered.low !== answered.high) return NOT_KNOWN;
  const n = answered.low;
  if (point.isByHand) return handsRate(point, n);
  const isRoom = roomSize !== null && roomSize.low >= n && roomSize.high > 0;
  if (isRoom) {
    const people = roomSize.low === roomSize.high ? `${roomSize.low}` : `${roomSize.low} to ${roomSize.high}`;
    const rate = { low: n / roomSize.high, high: n / roomSize.low };
    return `${rate.low === rate.high ? percentWords(rate.low) : rangeWords(rate)} of ${people} in the room`;
  }
  if (phones === null || phones === 0) return NOT_KNOWN;
  return `${percentWords(n / phones)} of ${phones} phones; the size of the room is not known`;
}

/** Of several choices nobody knows how many people raised a hand. */
function handsRate({ isMultiple, roomSize }: ComparedPoint, n: number): string {
  if (isMultiple || roomSize === null || roomSize.low !== roomSize.high || roomSize.high < n || n === 0)
    return NOT_KNOWN;
  return `${percentWords(n / roomSize.high)} of ${roomSize.high} in the room`;
}

const EXACTNESS = {
  counts: 'counts',
  'percent-of-n': 'percentages of a known number',
  'percent-of-about-n': 'percentages of about so many',
  remembered: 'remembered',
  words: 'words alone, no numbers',
};

function knownHow({ kind, method, exactness, offered, importedFile, hasEvidence }: ComparedPoint): string {
  if (kind === 'asking') return method;
  return [
    `${exactness === 'remembered' ? 'remembered' : `brought in, ${EXACTNESS[exactness]}`}: ${method || 'how is not known'}`,
    ...offered.flatMap(({ label, words }) => (words === null ? [] : [`${label} “${words}”`])),
    ...offered.flatMap(({ label, known }) =>
      known.kind === 'given' && known.range.low < known.range.high
        ? [`${label} entered as ${rangeWords(known.range)}`]
        : [],
    ),
    ...(importedFile === null ? [] : [`imported from ${importedFile}`]),
    ...(hasEvidence ? ['evidence is kept'] : []),
  ].join('; ');
}

function conditionsWords(conditions: Conditions): string {
  const { seconds } = conditions;
  return [
    conditions.barsVisible ? 'bars visible' : 'bars hidden',
    conditions.lastResultVisible ? 'last time’s result visible' : 'last time’s result not',
    ...(conditions.shuffled ? ['options in a different order on each phone'] : []),
    ...(conditions.pace === 'self' ? ['each phone at its own pace'] : []),
    conditions.changeAllowed ? 'change allowed' : 'no change allowed',
    seconds === null
      ? 'no timer'
      : `timer ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  ].join('; ');
}

function sourceWords({ kind, isByHand, source, eventId }: ComparedPoint): string {
  if (isByHand) return 'counts kept here; there are no ballots';
  if (kind === 'asking') return eventId === null ? NOT_KNOWN : 'ballots kept here';
  return [source?.note, source?.url].filter(Boolean).join('; ') || NOT_KNOWN;
}
