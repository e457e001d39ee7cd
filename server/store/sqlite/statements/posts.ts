import type { Database } from 'better-sqlite3';
import type { VoterNumber } from '../../../../shared/ballot.ts';
import type { EventId, PostId } from '../../../../shared/ids.ts';
import type { Post } from '../../../../shared/posts.ts';
import type { PostStore, PostWrite, StoredPost } from '../../store.ts';
import { actWrites } from './acts.ts';
import type { Sync } from './sync.ts';

interface PostRow {
  id: PostId;
  event_id: EventId;
  voter: VoterNumber;
  text: string;
  name: string | null;
  state: Post['state'];
  is_pinned: number;
  answered_at: number | null;
  created_at: number;
}

interface PostReads extends Pick<Sync<PostStore>, 'ofEvent' | 'eventOf'> {
  get(id: PostId): StoredPost | undefined;
}

export function postReads(db: Database): PostReads {
  const ofEvent = db.prepare<[string], PostRow>(
    'SELECT * FROM posts WHERE event_id = ? ORDER BY created_at, id',
  );
  const backersOfAll = db
    .prepare<[string], [PostId, VoterNumber]>(
      'SELECT post_id, backings.voter FROM backings JOIN posts ON id = post_id WHERE event_id = ? ORDER BY backings.voter',
    )
    .raw();
  const backersOf = db
    .prepare<[string], VoterNumber>('SELECT voter FROM backings WHERE post_id = ? ORDER BY voter')
    .pluck();
  const eventOf = db.prepare<[string], EventId>('SELECT event_id FROM posts WHERE id = ?').pluck();
  const get = db.prepare<[string], PostRow>('SELECT * FROM posts WHERE id = ?');
  return {
    ofEvent(id) {
      const backers = new Map<PostId, VoterNumber[]>();
      const posts = ofEvent.all(id).map((row): StoredPost => {
        const own: VoterNumber[] = [];
        backers.set(row.id, own);
        return { post: fromRow(row), backers: own };
      });
      for (const [postId, voter] of backersOfAll.all(id)) backers.get(postId)?.push(voter);
      return posts;
    },
    eventOf: (id) => eventOf.get(id),
    get(id) {
      const row = get.get(id);
      return row && { post: fromRow(row), backers: backersOf.all(id) };
    },
  };
}

interface PostWrites extends Pick<Sync<PostStore>, 'writeAll'> {
  put(stored: StoredPost): void;
}

export function postWrites(db: Database): PostWrites {
  const add = db.prepare(
    `INSERT INTO posts (id, event_id, voter, text, name, state, is_pinned, answered_at, created_at)
     SELECT @id, @event_id, @voter, @text, @name, @state, @is_pinned, @answered_at, @created_at
     WHERE EXISTS (SELECT 1 FROM events WHERE id = @event_id) ON CONFLICT DO NOTHING`,
  );
  const isHere = db.prepare<[string]>('SELECT 1 FROM posts WHERE id = ?');
  const back = db.prepare('INSERT INTO backings (post_id, voter) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const unback = db.prepare('DELETE FROM backings WHERE post_id = ? AND voter = ?');
  const decide = db.prepare(
    'UPDATE posts SET state = @state, is_pinned = @is_pinned, answered_at = @answered_at WHERE id = @id',
  );
  const acts = actWrites(db);

  function write(one: PostWrite): boolean {
    if (one.kind === 'ask') return add.run(toRow(one.post)).changes === 1;
    if (one.kind === 'back') {
      if (!isHere.get(one.postId)) return false;
      (one.on ? back : unback).run(one.postId, one.voter);
      return true;
    }
    const isDone = decide.run(toRow(one.post)).changes === 1;
    if (isDone) acts.add(one.act);
    return isDone;
  }

  return {
    writeAll: (writes) => writes.map(write),
    put({ post, backers }) {
      add.run(toRow(post));
      for (const voter of backers) back.run(post.id, voter);
    },
  };
}

function toRow(post: Post): PostRow {
  return {
    id: post.id,
    event_id: post.eventId,
    voter: post.voter,
    text: post.text,
    name: post.name,
    state: post.state,
    is_pinned: post.isPinned ? 1 : 0,
    answered_at: post.answeredAt,
    created_at: post.createdAt,
  };
}

function fromRow(row: PostRow): Post {
  return {
    id: row.id,
    eventId: row.event_id,
    voter: row.voter,
    text: row.text,
    name: row.name,
    state: row.state,
    isPinned: row.is_pinned === 1,
    answeredAt: row.answered_at,
    createdAt: row.created_at,
  };
}
