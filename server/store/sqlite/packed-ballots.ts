import type { Ballot, CastOutcome, VoterNumber } from '../../../shared/ballot.ts';
import type { AskingId } from '../../../shared/ids.ts';
import type { StoredCast } from '../store.ts';
import type { Language } from '../../../shared/words/languages.ts';

/**
 * Ballots on their way between threads: columns instead of objects, each asking's id once, answers as JSON text made
 * once. Structured cloning of a batch costs as much as storing it otherwise.
 */
export interface PackedCasts {
  askingIds: AskingId[];
  /** Of each ballot: where in `askingIds` its asking stands. */
  askings: number[];
  voters: VoterNumber[];
  revisions: number[];
  answers: string[];
  languages: (Language | null)[];
}

/** voter, revision, answer as JSON, castAt, language. */
export type BallotRow = [
  voter: VoterNumber,
  revision: number,
  answer: string,
  castAt: number,
  language: Language | null,
];

/** The columns of a `BallotRow`, in its order. */
export const BALLOT_COLUMNS = 'voter, revision, answer, cast_at, language';

export type PackedOutcome = 'first' | 'gone' | { kind: CastOutcome['kind']; stored: BallotRow };

export interface PackedOutcomes {
  castAt: number;
  outcomes: PackedOutcome[];
}

type Cast = Omit<Ballot, 'castAt'>;

export function castCount(casts: PackedCasts): number {
  return casts.askings.length;
}

export function packCasts(casts: readonly Cast[]): PackedCasts {
  const places = new Map<AskingId, number>();
  const packed: PackedCasts = {
    askingIds: [],
    askings: [],
    voters: [],
    revisions: [],
    answers: [],
    languages: [],
  };
  for (const { askingId, voter, revision, answer, language } of casts) {
    const place = places.get(askingId) ?? packed.askingIds.push(askingId) - 1;
    places.set(askingId, place);
    packed.askings.push(place);
    packed.voters.push(voter);
    packed.revisions.push(revision);
    packed.answers.push(JSON.stringify(answer));
    packed.languages.push(language ?? null);
  }
  return packed;
}

export function unpackOutcomes(casts: readonly Cast[], { castAt, outcomes }: PackedOutcomes): StoredCast[] {
  return casts.map((cast, at) => {
    const outcome = outcomes[at];
    if (outcome === undefined) throw new Error('the store gave no outcome for a ballot');
    if (outcome === 'gone') return { kind: 'gone' };
    if (outcome === 'first') return { kind: 'counted', new: ballotOf(cast, castAt) };
    const stored = unpackBallot(cast.askingId, outcome.stored);
    return outcome.kind === 'counted'
      ? { kind: 'counted', old: stored, new: ballotOf(cast, castAt) }
      : { kind: outcome.kind, stored };
  });
}

/** Field by field: a spread would cost each ballot more than its decision. */
function ballotOf({ askingId, voter, revision, answer, language }: Cast, castAt: number): Ballot {
  return { askingId, voter, revision, answer, language, castAt };
}

export function unpackBallot(
  askingId: AskingId,
  [voter, revision, answer, castAt, language]: BallotRow,
): Ballot {
  const ballot = { askingId, voter, revision, answer: JSON.parse(answer) as unknown, castAt };
  return language === null ? ballot : { ...ballot, language };
}
