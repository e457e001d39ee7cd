import { listWords, percentWords } from '../../shared/comparison/number-words.ts';
import { whenWords } from '../../shared/comparison/when-words.ts';
import type { LiveEvent, RoomSize } from '../../shared/live-event.ts';
import type { AskedQuestion } from './asked-question.ts';

/** "24 November 2026, London. Leaders in learning. 90 in the room." */
export function eventFacts({ startsOn, place, audience, roomSize }: LiveEvent): string {
  const when = startsOn === null ? null : whenWords({ date: startsOn, precision: 'day' });
  const where = [when, place].filter(Boolean).join(', ');
  const room = roomSize === null ? null : `${roomWords(roomSize)} in the room`;
  return [where, audience, room].flatMap((part) => (part ? [asSentence(part)] : [])).join(' ');
}

export function roomWords({ low, high }: RoomSize): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}

/** What one question came to, as one sentence. */
export function findingWords({ finding }: AskedQuestion): string {
  return finding.kind === 'none' ? finding.reason : asSentence(finding.text);
}

function asSentence(text: string): string {
  const begun = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** "78 of 81 phones answered." and the numbers behind the sentence. */
export function numbersSentence({ results, finding }: AskedQuestion): string {
  const { ballots, joined, haveNotAnswered, abstained } = results;
  if (results.hands) return finding.kind === 'none' ? '' : asSentence(finding.detail);
  const phones =
    joined > ballots ? `${ballots} of ${joined} phones` : `${ballots} ${ballots === 1 ? 'phone' : 'phones'}`;
  const answered = `${phones} answered${abstained ? `, of whom ${Number(abstained)} abstained` : ''}`;
  if (finding.kind !== 'none') return `${answered}. ${asSentence(finding.detail)}`;
  return haveNotAnswered === 0 ? `${answered}.` : `${answered}; ${haveNotAnswered} did not.`;
}

/** What the highest share may be of all who were there, whatever those who did not answer think. */
export function roomSentence({ results: { options, roomSize } }: AskedQuestion): string | null {
  const first = [...options].sort((a, b) => b.count - a.count)[0];
  if (!first || roomSize === null || first.boundLow === null || first.boundHigh === null) return null;
  const range = `between ${percentWords(first.boundLow)} and ${percentWords(first.boundHigh)}`;
  return `Of all ${roomWords(roomSize)} in the room, ${range} hold ${first.label}, whatever those who did not answer think.`;
}

/** "Bars visible, change allowed, timer 1:30." */
export function conditionWords({ asking: { conditions } }: AskedQuestion): string | null {
  if (conditions === null) return null;
  const { barsVisible, lastResultVisible, shuffled, changeAllowed, seconds } = conditions;
  const words = listWords([
    barsVisible ? 'bars visible' : 'bars hidden',
    ...(lastResultVisible ? ['last time’s result visible'] : []),
    ...(shuffled ? ['options in a different order on each phone'] : []),
    changeAllowed ? 'change allowed' : 'no change allowed',
    seconds === null ? 'no timer' : `a timer of ${seconds} seconds`,
  ]);
  return `While voting: ${words}.`;
}

/** By which rules the sentences were chosen; each once. */
export function ruleParagraphs(asked: readonly AskedQuestion[]): string[] {
  const words = asked.flatMap(({ type, finding }) =>
    finding.kind === 'none' ? [] : (type.rules?.[finding.rule] ?? []),
  );
  return [...new Set(words)];
}
