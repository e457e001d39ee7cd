import type { Asking } from '../asking.ts';
import { HANDS_COUNTED } from '../hands.ts';
import type { LiveEvent } from '../live-event.ts';
import { specOf, type Question } from '../question.ts';
import type { ChoiceTally } from '../questions/choice.ts';
import { roomOfHands } from '../questions/hands.ts';
import { OTHER_ID } from '../questions/question-type.ts';
import { questionType } from '../questions/registry.ts';
import type { ComparedPoint, Offered } from './compared-point.ts';
import type { Means } from './means.ts';
import { wordingNumbers } from './wording.ts';

/** What *way of counting* says of those that phones answered. */
export const COUNTED_HERE = 'counted here, one ballot per phone';
const PER_TICKET = 'counted here, one ballot per printed ticket';
const OPEN_LINK = 'counted here, an open link and not a room';

/** A tally of a choice; `patterns` only where several options may be chosen. */
export type ComparedTally = ChoiceTally & { patterns?: Record<string, number> };

export interface AskedHere {
  asking: Asking;
  event: Pick<
    LiveEvent,
    'id' | 'title' | 'startsOn' | 'place' | 'audience' | 'audienceTags' | 'roomSize' | 'createdAt'
  >;
  tally: ComparedTally;
}

/** One time a question was asked here, as it enters a comparison. */
export function askingPoint(
  { asking, event, tally }: AskedHere,
  question: Question,
  means: Means,
): ComparedPoint {
  const spec = specOf(question, asking.questionVersion);
  const at = asking.openedAt ?? event.createdAt;
  const takes = (setting: string) => spec.settings[setting] === true;
  const { hands } = asking;
  const { picks } = questionType(question.type);
  return {
    id: asking.id,
    kind: 'asking',
    label: event.title,
    when: { date: event.startsOn ?? new Date(at).toISOString().slice(0, 10), precision: 'day' },
    at,
    audience: event.audience,
    audienceTags: event.audienceTags,
    place: event.place,
    reached: null,
    askedBy: null,
    method: hands ? HANDS_COUNTED : methodOf(asking.conditions),
    isByHand: hands !== null,
    prompt: spec.prompt,
    wording: 'exact',
    wordingNumber: wordingNumbers(question).get(asking.questionVersion) ?? null,
    version: asking.questionVersion,
    interim: asking.state === 'open',
    isOpen: asking.state === 'open',
    exactness: 'counts',
    base: 'cast',
    isMultiple: picks === 'several',
    answered: { low: tally.ballots, high: tally.ballots },
    languages: asking.languages,
    ...(hands
      ? roomOfHands(hands, picks, event.roomSize)
      : { joined: Math.max(asking.joined, tally.ballots), roomSize: event.roomSize }),
    offered: [
      ...spec.options.map(offeredOption(tally, means)),
      ...(takes('other') && !hands ? [ownWords(tally)] : []),
    ],
    isOfferKnown: true,
    abstained: takes('abstain') && !hands ? tally.abstained : null,
    // Of hands only the counts are known: nobody saw who raised both.
    patterns: hands ? null : (tally.patterns ?? null),
    conditions: asking.conditions,
    eventId: event.id,
    importedFile: null,
    source: null,
    hasEvidence: false,
  };
}

/** [SP5] Whoever had a link is no room: the two are not counted alike. */
function methodOf(conditions: Asking['conditions']): string {
  const perBallot = conditions?.duplicateControl === 'ticket' ? PER_TICKET : COUNTED_HERE;
  return conditions?.reach === 'link'
    ? `${OPEN_LINK}, ${perBallot.replace('counted here, ', '')}`
    : perBallot;
}

function offeredOption(tally: ComparedTally, means: Means) {
  return ({ id, label }: Question['versions'][number]['options'][number]): Offered => ({
    key: id,
    label,
    means: means.ofOption(id),
    known: { kind: 'counted', count: tally.counts[id] ?? 0 },
    words: null,
  });
}

function ownWords(tally: ComparedTally): Offered {
  return {
    key: OTHER_ID,
    label: 'Other',
    means: [OTHER_ID],
    known: { kind: 'counted', count: tally.other },
    words: null,
  };
}
