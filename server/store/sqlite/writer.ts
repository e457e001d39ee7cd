import type { Database } from 'better-sqlite3';
import type { MessagePort } from 'node:worker_threads';
import type { EventChange, ImportOutcome, ImportRows } from '../store.ts';
import { Checkpoints } from './checkpoints.ts';
import { Scrubbing } from './scrubbing.ts';
import { CallServer } from './serve-calls.ts';
import { actWrites } from './statements/acts.ts';
import { alignmentWrites } from './statements/alignments.ts';
import { ballotWrites } from './statements/ballots.ts';
import { dataPointWrites } from './statements/data-points.ts';
import { eventWrites } from './statements/events.ts';
import { importAll } from './statements/import.ts';
import { pictureWrites } from './statements/pictures.ts';
import { postWrites } from './statements/posts.ts';
import { questionWrites } from './statements/questions.ts';
import { screenWrites } from './statements/screens.ts';
import { settingWrites } from './statements/settings.ts';
import { textWrites } from './statements/texts.ts';
import { ticketWrites } from './statements/tickets.ts';
import { tokenWrites } from './statements/tokens.ts';
import { userWrites } from './statements/users.ts';
import { voterWrites } from './statements/voters.ts';

export type WriterCalls = ReturnType<typeof writerCalls>;

function writerCalls(db: Database) {
  // With no time given it is the writer's own clock that stamps a ballot, as late as can be.
  const { castAll } = ballotWrites(db);
  const bringIn = importAll(db);
  return {
    events: eventWrites(db),
    questions: questionWrites(db),
    dataPoints: dataPointWrites(db),
    alignments: alignmentWrites(db),
    texts: textWrites(db),
    voters: voterWrites(db),
    ballots: {
      castAll: (casts: Parameters<typeof castAll>[0], now: number | null) =>
        castAll(casts, now ?? Date.now()),
    },
    posts: postWrites(db),
    pictures: pictureWrites(db),
    users: userWrites(db),
    tickets: ticketWrites(db),
    tokens: tokenWrites(db),
    screens: screenWrites(db),
    acts: actWrites(db),
    settings: settingWrites(db),
    imports: {
      all: (rows: ImportRows, now: number | null): ImportOutcome => bringIn(rows, now ?? Date.now()),
    },
  };
}

const TICK_MS = 1000;

/** The only one who writes: each call is one immediate transaction, on disk before it is answered. */
export function serveWriter(port: MessagePort, db: Database): void {
  const checkpoints = new Checkpoints(db);
  const scrubbing = new Scrubbing(db, performance.now());
  const transaction = db.transaction((call: () => unknown) => call());
  const server = new CallServer(port, {
    db,
    calls: writerCalls(db),
    isSaving: true,
    within: (call) => transaction.immediate(call),
    afterAnswer(method, args) {
      checkpoints.wrote();
      if (method === 'ballots.castAll') scrubbing.voted(performance.now());
      if (method === 'events.erase') scrubbing.erased(performance.now());
      if (method === 'events.commit' && settles(args[0] as EventChange)) checkpoints.truncate();
    },
    beforeClose: () => clearInterval(timer),
  });
  const timer = setInterval(() => {
    server.attempt('checkpoint', () =>
      scrubbing.tick(performance.now()) ? checkpoints.truncate() : checkpoints.tick(),
    );
  }, TICK_MS);
}

/** A quiet moment: an asking is closed, or gone. */
function settles({ askings, removed }: EventChange): boolean {
  return (askings ?? []).some(({ asking }) => asking.state === 'closed') || (removed ?? []).length > 0;
}
