import type { Database } from 'better-sqlite3';
import type { AskingId, EventId } from '../../../../shared/ids.ts';
import { Refused } from '../../../../shared/result.ts';
import { stableJson } from '../../../../shared/stable-json.ts';
import type { BallotStore, CrossedAnswers } from '../../store.ts';
import type { Sync } from './sync.ts';

type CrossedRow = [first: string | null, second: string | null, count: number];

export function crossedReads(db: Database): Pick<Sync<BallotStore>, 'crossed'> {
  const crossed = db
    .prepare<{ first: AskingId; second: AskingId }, CrossedRow>(
      `SELECT here.answer, there.answer, count(*) FROM ballots AS here
         LEFT JOIN ballots AS there ON there.asking_id = @second AND there.voter = here.voter
         WHERE here.asking_id = @first GROUP BY here.answer, there.answer
       UNION ALL
       SELECT NULL, there.answer, count(*) FROM ballots AS there
         WHERE there.asking_id = @second
           AND NOT EXISTS (SELECT 1 FROM ballots AS here WHERE here.asking_id = @first AND here.voter = there.voter)
         GROUP BY there.answer`,
    )
    .raw();
  const eventOf = db.prepare<[string], EventId>('SELECT event_id FROM askings WHERE id = ?').pluck();
  return {
    crossed(first, second) {
      const [firstEvent, secondEvent] = [eventOf.get(first), eventOf.get(second)];
      if (firstEvent !== undefined && secondEvent !== undefined && firstEvent !== secondEvent)
        throw otherPeople();
      return merged(crossed.all({ first, second }));
    },
  };
}

/** Answers are stored letter for letter as they came; the same one with its keys in another order is the same answer. */
function merged(rows: CrossedRow[]): CrossedAnswers[] {
  const pairs = new Map<string, CrossedAnswers>();
  for (const [here, there, count] of rows) {
    const [first, second] = [parsed(here), parsed(there)];
    const key = `${textOf(first)}\n${textOf(second)}`;
    const known = pairs.get(key);
    if (known) known.count += count;
    else pairs.set(key, { first, second, count });
  }
  return [...pairs.values()];
}

function parsed(answer: string | null): unknown {
  return answer === null ? undefined : (JSON.parse(answer) as unknown);
}

function textOf(answer: unknown): string {
  return answer === undefined ? '' : stableJson(answer);
}

/** Voters' numbers start anew in every event: to cross two events would make one person of two. */
function otherPeople(): Refused {
  return new Refused(
    'INVALID',
    'The two were asked in different events: nobody can be followed from one to the other.',
  );
}
