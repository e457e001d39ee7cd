import type { AskingId } from './ids.ts';
import { stableJson } from './stable-json.ts';
import type { Language } from './words/languages.ts';

/** A voter of one event: a small number given at the first join, meaningless outside its event. */
export type VoterNumber = number;

/** One voter's whole answer to one asking. `castAt` is the server's commit time in milliseconds. */
export interface Ballot<Answer = unknown> {
  askingId: AskingId;
  voter: VoterNumber;
  revision: number;
  answer: Answer;
  /** [TR4] In which language the question was read; absent: in the words it was written in. No part of the answer. */
  language?: Language | undefined;
  castAt: number;
}

/** What a phone gets for a ballot that is on disk. */
export interface Receipt {
  revision: number;
  /** Milliseconds; ISO 8601 on REST. */
  castAt: number;
  saved: true;
}

/** What became of one ballot in its transaction. `old` is the ballot it replaced. */
export type CastOutcome =
  | { kind: 'counted'; old?: Ballot; new: Ballot }
  | { kind: 'repeat'; stored: Ballot }
  | { kind: 'stale'; stored: Ballot };

/**
 * [BA1] A first ballot counts. [BA2] The same revision with the same answer is a repeat and changes nothing.
 * [BA3] A newer revision replaces the older one. [BA4] An older revision, or the same with another answer, is stale.
 */
export function decideBallot(stored: Ballot | undefined, cast: Ballot): CastOutcome {
  if (!stored) return { kind: 'counted', new: cast };
  if (cast.revision > stored.revision) return { kind: 'counted', old: stored, new: cast };
  const same = cast.revision === stored.revision && stableJson(cast.answer) === stableJson(stored.answer);
  return same ? { kind: 'repeat', stored } : { kind: 'stale', stored };
}

/** [BA5] `joined` never stands below the ballots. */
export function joinedAtLeast(joined: number, ballots: number): number {
  return Math.max(joined, ballots);
}
