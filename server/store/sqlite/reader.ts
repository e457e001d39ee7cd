import type { Database } from 'better-sqlite3';
import type { MessagePort } from 'node:worker_threads';
import { copyDatabase } from './copy-database.ts';
import { CallServer } from './serve-calls.ts';
import { actReads } from './statements/acts.ts';
import { alignmentReads } from './statements/alignments.ts';
import { askingReads } from './statements/askings.ts';
import { ballotReads } from './statements/ballots.ts';
import { dataPointReads } from './statements/data-points.ts';
import { eventClock } from './statements/event-clock.ts';
import { eventReads } from './statements/events.ts';
import { pictureReads } from './statements/pictures.ts';
import { postReads } from './statements/posts.ts';
import { questionReads } from './statements/questions.ts';
import { screenReads } from './statements/screens.ts';
import { settingReads } from './statements/settings.ts';
import { textReads } from './statements/texts.ts';
import { ticketReads } from './statements/tickets.ts';
import { tokenReads } from './statements/tokens.ts';
import { userReads } from './statements/users.ts';
import { voterReads } from './statements/voters.ts';

export type ReaderCalls = ReturnType<typeof readerCalls>;
export type CopierCalls = ReturnType<typeof copierCalls>;

function readerCalls(db: Database) {
  return {
    events: { ...eventReads(db), ...eventClock(db) },
    questions: questionReads(db),
    askings: askingReads(db),
    dataPoints: dataPointReads(db),
    alignments: alignmentReads(db),
    texts: textReads(db),
    voters: voterReads(db),
    ballots: ballotReads(db),
    posts: postReads(db),
    pictures: pictureReads(db),
    users: userReads(db),
    tickets: ticketReads(db),
    tokens: tokenReads(db),
    screens: screenReads(db),
    acts: actReads(db),
    settings: settingReads(db),
    file: {
      size: () =>
        Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true })),
    },
  };
}

function copierCalls(db: Database) {
  return { file: { copyTo: (file: string) => copyDatabase(db, file) } };
}

/** Serves everything that only looks, each call one snapshot: what was committed before it was asked is in it. */
export function serveReader(port: MessagePort, db: Database): void {
  const transaction = db.transaction((call: () => unknown) => call());
  new CallServer(port, {
    db,
    calls: readerCalls(db),
    isSaving: false,
    within: (call) => transaction.deferred(call),
  });
}

/** Makes backups on a thread of its own, so that nobody waits behind one. A copy cannot be made in a transaction. */
export function serveCopier(port: MessagePort, db: Database): void {
  new CallServer(port, { db, calls: copierCalls(db), isSaving: false, within: (call) => call() });
}
