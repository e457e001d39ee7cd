import type { Database } from 'better-sqlite3';
import { decideBallot, type VoterNumber } from '../../../../shared/ballot.ts';
import type { AskingId } from '../../../../shared/ids.ts';
import {
  BALLOT_COLUMNS,
  castCount,
  unpackBallot,
  type BallotRow,
  type PackedCasts,
  type PackedOutcome,
  type PackedOutcomes,
} from '../packed-ballots.ts';
import { crossedReads } from './crossed-answers.ts';

export interface BallotReads extends ReturnType<typeof crossedReads> {
  ofAsking(id: AskingId): BallotRow[];
  page(id: AskingId, afterVoter: VoterNumber, limit: number): BallotRow[];
  count(id: AskingId): number;
}

export function ballotReads(db: Database): BallotReads {
  const select = `SELECT ${BALLOT_COLUMNS} FROM ballots WHERE asking_id = ?`;
  const ofAsking = db.prepare<[string], BallotRow>(`${select} ORDER BY voter`).raw();
  const page = db
    .prepare<[string, number, number], BallotRow>(`${select} AND voter > ? ORDER BY voter LIMIT ?`)
    .raw();
  const count = db.prepare<[string], number>('SELECT count(*) FROM ballots WHERE asking_id = ?').pluck();
  return {
    ofAsking: (id) => ofAsking.all(id),
    page: (id, afterVoter, limit) => page.all(id, afterVoter, limit),
    count: (id) => count.get(id) ?? 0,
    ...crossedReads(db),
  };
}

export interface BallotWrites {
  castAll(casts: PackedCasts, now: number): PackedOutcomes;
}

/**
 * A first ballot, by far the most common, costs one statement: an insert that does nothing when there is one already.
 * Only then is the stored one read and [BA2]–[BA4] decided, so that a voter may stand in a batch more than once.
 */
export function ballotWrites(db: Database): BallotWrites {
  const add = db.prepare(
    'INSERT INTO ballots (asking_id, voter, revision, answer, cast_at, language) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const stored = db
    .prepare<[string, number], BallotRow>(
      `SELECT ${BALLOT_COLUMNS} FROM ballots WHERE asking_id = ? AND voter = ?`,
    )
    .raw();
  const replace = db.prepare(
    'UPDATE ballots SET revision = ?, answer = ?, cast_at = ?, language = ? WHERE asking_id = ? AND voter = ?',
  );
  const isHere = db.prepare<[string]>('SELECT 1 FROM askings WHERE id = ?');

  return {
    castAll(casts, now) {
      const gone = new Set(casts.askingIds.filter((id) => !isHere.get(id)));
      const outcomes: PackedOutcome[] = [];
      for (let at = 0; at < castCount(casts); at += 1) outcomes.push(cast(casts, at, now, gone));
      return { castAt: now, outcomes };
    },
  };

  function cast(casts: PackedCasts, at: number, now: number, gone: ReadonlySet<AskingId>): PackedOutcome {
    const askingId = casts.askingIds[casts.askings[at] ?? 0];
    const [voter, revision, answer] = [casts.voters[at], casts.revisions[at], casts.answers[at]];
    if (askingId === undefined || voter === undefined || revision === undefined || answer === undefined) {
      throw new Error('a batch of ballots has a hole');
    }
    if (gone.has(askingId)) return 'gone';
    const language = casts.languages[at] ?? null;
    if (add.run(askingId, voter, revision, answer, now, language).changes === 1) return 'first';
    return again(askingId, [voter, revision, answer, now, language]);
  }

  function again(askingId: AskingId, row: BallotRow): PackedOutcome {
    const [voter, revision, answer, castAt, language] = row;
    const before = stored.get(askingId, voter);
    const { kind } = decideBallot(before && unpackBallot(askingId, before), unpackBallot(askingId, row));
    if (kind === 'counted') replace.run(revision, answer, castAt, language, askingId, voter);
    return { kind, stored: before ?? row };
  }
}
