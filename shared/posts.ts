import type { VoterNumber } from './ballot.ts';
import type { WallSetUp } from './event-set-up.ts';
import type { EventId, PostId } from './ids.ts';
import { ok, refused, type Result } from './result.ts';

/** A message on the wall. It waits where somebody is to read it first; then the room sees it, or does not. */
export type PostState = 'waiting' | 'shown' | 'hidden';

/** `voter` asked it and is told to nobody. Times are integer milliseconds. */
export interface Post {
  id: PostId;
  eventId: EventId;
  voter: VoterNumber;
  text: string;
  name: string | null;
  state: PostState;
  isPinned: boolean;
  answeredAt: number | null;
  createdAt: number;
}

/** What everybody in the room may see of a post. */
export interface PostOnWall extends Pick<Post, 'id' | 'text' | 'name' | 'isPinned' | 'createdAt'> {
  /** How many phones back it. */
  backings: number;
  isAnswered: boolean;
}

/** What its own asker, and whoever reads the event, may see: also one that is not on the wall. */
export interface PostWithState extends PostOnWall {
  state: PostState;
}

/** What a phone asks. Its id is the phone's own, so that what is sent twice is asked once. */
export interface Asked {
  id: PostId;
  text: string;
  name?: string | undefined;
}

export interface Moderation {
  state?: 'shown' | 'hidden' | undefined;
  pinned?: boolean | undefined;
  answered?: boolean | undefined;
}

export const MOST_POST_LETTERS = 280;
export const MOST_NAME_LETTERS = 60;

const MINUTE_MS = 60_000;
/** Of one phone. */
const MOST_A_MINUTE = 5;
const MOST_OF_A_PHONE = 30;
const MOST_OF_AN_EVENT = 5_000;

/** [PW1, PW3] A post as it is asked: on the wall at once, or waiting where it is read first. A name stands only where names are taken. */
export function newPost(
  { id, text, name }: Asked,
  of: Pick<Post, 'eventId' | 'voter' | 'createdAt'>,
  { names, isModerated }: WallSetUp,
): Post {
  return {
    ...of,
    id,
    text,
    name: names === 'optional' && name !== undefined ? name : null,
    state: isModerated ? 'waiting' : 'shown',
    isPinned: false,
    answeredAt: null,
  };
}

/** [PW2] Whether the same phone asks the same once more. A name may have been left off meanwhile. */
export function isSamePost(stored: Post, asked: Pick<Post, 'id' | 'voter' | 'text'>): boolean {
  return stored.id === asked.id && stored.voter === asked.voter && stored.text === asked.text;
}

/** [PW8] Whether a phone may ask one more: refused `RATE_LIMITED` for a minute, `STATE_CONFLICT` for good. */
export function mayAsk(own: readonly Pick<Post, 'createdAt'>[], all: number, now: number): Result<null> {
  if (all >= MOST_OF_AN_EVENT)
    return refused('STATE_CONFLICT', 'So many questions were asked that no more are taken.');
  if (own.length >= MOST_OF_A_PHONE)
    return refused('STATE_CONFLICT', `A phone asks at most ${MOST_OF_A_PHONE} questions.`);
  const lately = own.filter(({ createdAt }) => createdAt > now - MINUTE_MS && createdAt <= now);
  return lately.length >= MOST_A_MINUTE
    ? refused('RATE_LIMITED', 'That were many questions in a minute. Wait a moment before the next one.')
    : ok(null);
}

/** [PW4] A post as somebody decided on it; the same post where nothing changes. */
export function moderated(post: Post, { state, pinned, answered }: Moderation, now: number): Post {
  const changed: Post = {
    ...post,
    state: state ?? post.state,
    isPinned: pinned ?? post.isPinned,
    answeredAt: answered === undefined ? post.answeredAt : answered ? (post.answeredAt ?? now) : null,
  };
  const isSame =
    changed.state === post.state &&
    changed.isPinned === post.isPinned &&
    changed.answeredAt === post.answeredAt;
  return isSame ? post : changed;
}

/** [PW7] A post as the wall shows it: without who asked it, and who backs it. */
export function onWall(post: Post, backings: number): PostOnWall {
  const { id, text, name, isPinned, createdAt, answeredAt } = post;
  return { id, text, name, backings, isPinned, isAnswered: answeredAt !== null, createdAt };
}

/** [PW7] The same for its asker and for readers. Written out: a copy by spreading costs ten times as much, for thousands. */
export function withState(post: Post, backings: number): PostWithState {
  const { id, text, name, isPinned, createdAt, answeredAt, state } = post;
  return { id, text, name, backings, isPinned, isAnswered: answeredAt !== null, createdAt, state };
}
