import type { Database } from 'better-sqlite3';
import type { Ballot } from '../../../../shared/ballot.ts';
import type { EventId } from '../../../../shared/ids.ts';
import { stableJson } from '../../../../shared/stable-json.ts';
import type { Act, ImportOutcome, ImportRows, StoredAsking } from '../../store.ts';
import type { BallotRow } from '../packed-ballots.ts';
import { BALLOT_COLUMNS, unpackBallot } from '../packed-ballots.ts';
import { actWrites } from './acts.ts';
import { askingReads, askingWrites } from './askings.ts';
import { eventReads, eventWrites } from './events.ts';
import { outsideComparer } from './import-outside.ts';
import type { Incoming } from './incoming.ts';
import { postReads, postWrites } from './posts.ts';
import { pictureReads, pictureWrites } from './pictures.ts';
import { questionReads, questionWrites } from './questions.ts';
import { textReads, textWrites } from './texts.ts';
import { voterWrites } from './voters.ts';

/**
 * First everything is compared, then what is new is added: a conflict is found before anything is written. The same
 * thing again is skipped; a code that another event has is a conflict too.
 */
export function importAll(db: Database): (rows: ImportRows, now: number) => ImportOutcome {
  const compare = comparer(db);
  const voters = voterWrites(db);
  const acts = actWrites(db);
  return (rows, now) => {
    const incoming = compare(rows);
    const conflict = incoming.find(
      ({ here, comes }) => here !== undefined && stableJson(here) !== stableJson(comes),
    );
    if (conflict) return { kind: 'conflict', noun: conflict.noun, id: conflict.id };
    const fresh = incoming.filter(({ here }) => here === undefined);
    for (const thing of fresh) thing.add();
    voters.addAll(
      rows.event.id,
      rows.voters.map((voter) => ({ voter, hash: importedHash(rows.event.id, voter) })),
      now,
    );
    addActs(rows.acts, acts.addUpTo);
    return { kind: 'imported', added: fresh.length, skipped: incoming.length - fresh.length };
  };
}

/** The same act may have been done twice in one millisecond. */
function addActs(acts: Act[], addUpTo: (times: number, act: Act) => void): void {
  const times = new Map<string, number>();
  for (const act of acts) {
    const key = stableJson(act);
    times.set(key, (times.get(key) ?? 0) + 1);
    addUpTo(times.get(key) ?? 1, act);
  }
}

/** No phone's: an imported voter comes from a pseudonym and can never vote again. */
function importedHash(eventId: EventId, voter: number): string {
  return `imported:${eventId}:${voter}`;
}

function comparer(db: Database): (rows: ImportRows) => Incoming[] {
  const events = eventReads(db);
  const questions = questionReads(db);
  const askings = askingReads(db);
  const [addEvent, addQuestion, addAsking] = [
    eventWrites(db).create,
    questionWrites(db).put,
    askingWrites(db).put,
  ];
  const ballots = ballotAccess(db);
  const [posts, addPost] = [postReads(db), postWrites(db).put];
  const outside = outsideComparer(db);
  const pictures = pictureReads(db);
  const { put: addPicture } = pictureWrites(db);
  const [texts, addText] = [textReads(db), textWrites(db).put];
  const codeTaken = db
    .prepare<[string, string], string>('SELECT id FROM events WHERE code = ? AND id <> ?')
    .pluck();
  const isEvent = db.prepare<[string]>('SELECT 1 FROM events WHERE id = ?');
  const isAsking = db.prepare<[string]>('SELECT 1 FROM askings WHERE id = ?');
  const isVoter = db.prepare<[string, number]>('SELECT 1 FROM voters WHERE event_id = ? AND voter = ?');
  return ({ event, stage, ...rows }) => [
    {
      noun: 'event',
      id: event.id,
      here: events.load(event.id)?.event,
      comes: event,
      add: () => addEvent(event, stage, []),
    },
    ...(codeTaken.get(event.code, event.id)
      ? [{ noun: 'code', id: event.code, here: null, comes: event.code, add: nothing }]
      : []),
    ...rows.questions.map((question) => ({
      noun: 'question',
      id: question.id,
      here: questions.get(question.id),
      comes: question,
      add: () => addQuestion(question),
    })),
    ...rows.askings.map((stored: StoredAsking) => ({
      noun: 'asking',
      id: stored.asking.id,
      here: askings.get(stored.asking.id)?.asking,
      comes: stored.asking,
      add: () => addAsking(stored),
    })),
    // What is here came with its voters and ballots: more of them would not be in its tally, nor known to its phones.
    ...(events.load(event.id) ? rows.voters.filter((voter) => !isVoter.get(event.id, voter)) : []).map(
      (voter) => ({
        noun: 'voter',
        id: `${event.id}/${voter}`,
        here: null,
        comes: voter,
        add: nothing,
      }),
    ),
    ...rows.texts.map(({ askingId, ...decision }) => ({
      noun: 'text',
      id: `${askingId}/${decision.text}`,
      here: texts.get(askingId, decision.text) ?? (isAsking.get(askingId) ? null : undefined),
      comes: decision,
      add: () => addText({ askingId, ...decision }),
    })),
    // Its hash stands for its bytes.
    ...rows.pictures.map(({ picture, bytes }) => ({
      noun: 'picture',
      id: picture.id,
      here: pictures.about(picture.id),
      comes: picture,
      add: () => addPicture(picture, bytes),
    })),
    ...outside(rows),
    ...rows.posts.map((stored) => ({
      noun: 'post',
      id: stored.post.id,
      here: posts.get(stored.post.id) ?? (isEvent.get(event.id) ? null : undefined),
      comes: stored,
      add: () => addPost(stored),
    })),
    ...rows.ballots.map((ballot) => ({
      noun: 'ballot',
      id: `${ballot.askingId}/${ballot.voter}`,
      here: ballots.get(ballot) ?? (isAsking.get(ballot.askingId) ? null : undefined),
      comes: ballot,
      add: () => ballots.add(ballot),
    })),
  ];
}

function nothing(): void {
  // Only ever compared.
}

function ballotAccess(db: Database): { get(like: Ballot): Ballot | undefined; add(ballot: Ballot): void } {
  const get = db
    .prepare<[string, number], BallotRow>(
      `SELECT ${BALLOT_COLUMNS} FROM ballots WHERE asking_id = ? AND voter = ?`,
    )
    .raw();
  const add = db.prepare(`INSERT INTO ballots (asking_id, ${BALLOT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`);
  return {
    get({ askingId, voter }) {
      const row = get.get(askingId, voter);
      return row && unpackBallot(askingId, row);
    },
    add: ({ askingId, voter, revision, answer, castAt, language }) =>
      void add.run(askingId, voter, revision, JSON.stringify(answer), castAt, language ?? null),
  };
}
