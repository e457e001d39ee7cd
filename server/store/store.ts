import type { EventRole, ScreenMay, UserRole } from '../../shared/access.ts';
import type { Alignment } from '../../shared/alignment.ts';
import type { Asking } from '../../shared/asking.ts';
import type { Ballot, CastOutcome, VoterNumber } from '../../shared/ballot.ts';
import type { DataPoint, Evidence } from '../../shared/data-point.ts';
import type {
  AskingId,
  DataPointId,
  EventId,
  JoinCode,
  PostId,
  QuestionId,
  UserId,
  PictureId,
} from '../../shared/ids.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { Post } from '../../shared/posts.ts';
import type { Picture } from '../../shared/picture.ts';
import type { Question } from '../../shared/question.ts';
import type { TallyBase } from '../../shared/questions/question-type.ts';
import type { TextDecision } from '../../shared/questions/written-text.ts';
import type { Stage } from '../../shared/stage.ts';

/**
 * What is kept, one small interface per noun. Each method is one transaction and resolves when it is on disk.
 * Times are integer milliseconds. A full disk rejects with `Refused('STORAGE_FULL')`; nothing is half done.
 */
export interface Store {
  events: EventStore;
  questions: QuestionStore;
  askings: AskingStore;
  dataPoints: DataPointStore;
  alignments: AlignmentStore;
  texts: TextStore;
  voters: VoterStore;
  ballots: BallotStore;
  posts: PostStore;
  pictures: PictureStore;
  users: UserStore;
  tokens: TokenStore;
  screens: ScreenStore;
  tickets: TicketStore;
  acts: ActLog;
  settings: SettingStore;
  /** Everything of one import in one transaction, or nothing. */
  importAll(rows: ImportRows): Promise<ImportOutcome>;
  /** Writes a whole, consistent copy to `file` while votes go on. Rejects if the file exists. */
  backup(file: string): Promise<void>;
  /** Bytes of the database, for "everything is kept in one file". */
  size(): Promise<number>;
  /** Waits for what was begun, then releases the data. */
  close(): Promise<void>;
}

export interface Page<Row> {
  rows: Row[];
  /** Pass it as `after` for the next page; null at the end. */
  next: string | null;
}

/** One line of the log of organisers' acts; never of voters. */
export interface Act {
  at: number;
  /** A user's or token's name, or `null` for the machine itself (a timer that ran out). */
  by: string | null;
  what: string;
  eventId: EventId | null;
  detail: Record<string, unknown>;
}

/** An asking as stored: with its tally while it is closed, else null (an open one is counted from its ballots). */
export interface StoredAsking {
  asking: Asking;
  tally: TallyBase | null;
}

/** Everything one change of an event touches, written together. */
export interface EventChange {
  event?: LiveEvent;
  stage?: Stage;
  askings?: StoredAsking[];
  /** Removed with their ballots. */
  removed?: AskingId[];
  /** [RE2] Ballots, decisions about texts, posts, made-up voters and the use of tickets go: of the event that changes. */
  clears?: boolean;
  acts: Act[];
}

export interface StoredEvent {
  event: LiveEvent;
  stage: Stage;
  askings: StoredAsking[];
}

export interface EventFilter {
  after?: string;
  limit: number;
  /** In the bin instead of on the shelf; templates lie among them. */
  deleted?: boolean;
  /** Templates instead of events. */
  templates?: boolean;
  /** Only those this member has a part in. */
  memberId?: UserId;
}

/** How many stops an event has, how many of them were ever opened, and the most phones any of them had. */
export interface EventCounts {
  stops: number;
  asked: number;
  phones: number;
}

export interface EventStore {
  /** Also writes the event's stage and first askings. Rejects `CONTENT_CONFLICT` when id or code is taken. */
  create(event: LiveEvent, stage: Stage, acts: Act[]): Promise<void>;
  load(id: EventId): Promise<StoredEvent | undefined>;
  /** By the code of an event that is not in the bin; ended ones too. */
  idByCode(code: JoinCode): Promise<EventId | undefined>;
  /** Newest first by `startsOn`, else by creation. */
  list(filter: EventFilter): Promise<Page<LiveEvent>>;
  /** What a list says of each event, in the order of `ids`; zeros for an unknown one. */
  counts(ids: EventId[]): Promise<EventCounts[]>;
  commit(change: EventChange): Promise<void>;
  /** For good, with its askings, ballots, voters and acts; within 30 s no byte of it is left on disk. Questions stay. */
  erase(id: EventId, act: Act): Promise<void>;
  /** Ids of events that went into the bin before `before`. */
  expired(before: number): Promise<EventId[]>;
  /** Events that the clock may open, with their set-up: something in them waits. Neither rehearsals nor what is over. */
  byClock(): Promise<Pick<LiveEvent, 'id' | 'setUp'>[]>;
  /** Events in which something should have closed by `now`. */
  overdue(now: number): Promise<EventId[]>;
  /** Events in which something is open that no clock closes, and nobody pressed, joined or answered since. */
  idle(since: number): Promise<EventId[]>;
}

export interface QuestionStore {
  get(id: QuestionId): Promise<Question | undefined>;
  many(ids: QuestionId[]): Promise<Question[]>;
  /** Newest change first. */
  list(page: { after?: string; limit: number }): Promise<Page<Question>>;
  /** Inserts or replaces the question with all its versions. */
  save(question: Question, act: Act): Promise<void>;
}

export interface AskingStore {
  eventOf(id: AskingId): Promise<EventId | undefined>;
  /** All of a question that were opened at least once, with their events, oldest first. Events in the bin, and rehearsals, left out. */
  ofQuestion(
    id: QuestionId,
  ): Promise<{ asking: Asking; tally: TallyBase | null; event: LiveEvent; ballots: number }[]>;
  /** How many `ofQuestion` would give, for each of `ids` in order. */
  timesAsked(ids: QuestionId[]): Promise<number[]>;
  /** Whether it was ever opened anywhere but in a rehearsal, events in the bin included: they can come back. */
  wasAsked(id: QuestionId): Promise<boolean>;
  /** The title of an event that rehearses it and has opened it. */
  rehearsedIn(id: QuestionId): Promise<string | undefined>;
}

/** A data point with what is kept as its evidence, if anything. */
export interface StoredDataPoint {
  point: DataPoint;
  evidence: Evidence | null;
}

export interface KeptEvidence {
  evidence: Evidence;
  bytes: Uint8Array;
}

export interface DataPointStore {
  get(id: DataPointId): Promise<StoredDataPoint | undefined>;
  /** Of one question, oldest date first. */
  ofQuestion(id: QuestionId): Promise<StoredDataPoint[]>;
  /** How many `ofQuestion` would give, for each of `ids` in order. */
  counts(ids: QuestionId[]): Promise<number[]>;
  /**
   * Adds or replaces all of them, with questions made for them, in one transaction. Rejects `NOT_FOUND` when the question
   * of one is neither here nor among `questions`; nothing is stored then.
   */
  saveAll(points: DataPoint[], questions: Question[], act: Act): Promise<void>;
  /** With its evidence. False when there is none with that id. */
  remove(id: DataPointId, act: Act): Promise<boolean>;
  /** Replaces what was there. Rejects `NOT_FOUND` for an unknown data point. */
  putEvidence(evidence: Evidence, bytes: Uint8Array, act: Act): Promise<void>;
  /** False when none is kept. */
  removeEvidence(id: DataPointId, act: Act): Promise<boolean>;
  evidence(id: DataPointId): Promise<KeptEvidence | undefined>;
}

export interface AlignmentStore {
  /** Every revision of a question's alignment, newest first; at most 50. */
  ofQuestion(id: QuestionId): Promise<Alignment[]>;
  /** However many they are, oldest first: for exports. */
  all(id: QuestionId): Promise<Alignment[]>;
  /** Stores the next revision; rejects `STATE_CONFLICT` when its number is taken: somebody else decided meanwhile. */
  add(alignment: Alignment, act: Act): Promise<void>;
}

export interface StoredDecision extends TextDecision {
  askingId: AskingId;
}

/** What organisers decided about what people wrote. */
export interface TextStore {
  /** Of all askings of an event, in the order in which they were made. */
  ofEvent(id: EventId): Promise<StoredDecision[]>;
  /** Replaces what was decided about the text; one that decides nothing takes it away. */
  decide(id: AskingId, decision: TextDecision, act: Act): Promise<void>;
}

export interface StoredVoter {
  voter: VoterNumber;
  /** Keyed hash of the phone's secret, different in every event. */
  hash: string;
}

export interface VoterStore {
  /** Adds what is new; a known hash or number is left as it is. */
  addAll(eventId: EventId, voters: StoredVoter[], now: number): Promise<void>;
  ofEvent(eventId: EventId): Promise<StoredVoter[]>;
}

/** `gone`: its asking was removed meanwhile, so nothing was stored; the others of its batch are not touched by that. */
export type StoredCast = CastOutcome | { kind: 'gone' };

export interface BallotStore {
  /**
   * The group commit: reads what is stored, decides (BA1–BA4), upserts; one outcome per ballot, in order.
   * Ballots of several events may share it. A voter may stand in it more than once. Times are given by the writer.
   */
  castAll(ballots: Omit<Ballot, 'castAt'>[]): Promise<StoredCast[]>;
  /** All ballots of an asking in voter order. */
  ofAsking(id: AskingId): Promise<Ballot[]>;
  /** The same in pages, from the reader, for exports. */
  page(id: AskingId, afterVoter: VoterNumber, limit: number): Promise<Ballot[]>;
  count(id: AskingId): Promise<number>;
  /**
   * Answers of the same voters to two askings of one event, counted: each pair of answers once, with how many gave it.
   * A side is undefined for those who answered only the other.
   */
  crossed(first: AskingId, second: AskingId): Promise<CrossedAnswers[]>;
}

export interface CrossedAnswers {
  first: unknown;
  second: unknown;
  count: number;
}

/** A post with the voters who back it, by number. */
export interface StoredPost {
  post: Post;
  backers: VoterNumber[];
}

/** One thing that happens to the wall of an event. */
export type PostWrite =
  | { kind: 'ask'; post: Post }
  | { kind: 'back'; postId: PostId; voter: VoterNumber; on: boolean }
  | { kind: 'moderate'; post: Post; act: Act };

export interface KeptPicture {
  picture: Picture;
  bytes: Uint8Array;
}

export interface PictureStore {
  add(picture: Picture, bytes: Uint8Array, act: Act): Promise<void>;
  get(id: PictureId): Promise<KeptPicture | undefined>;
  /** Without their bytes, in the order of `ids`; unknown ones left out. */
  many(ids: PictureId[]): Promise<Picture[]>;
}

export interface PostStore {
  /** All of an event, oldest first. */
  ofEvent(id: EventId): Promise<StoredPost[]>;
  eventOf(id: PostId): Promise<EventId | undefined>;
  /**
   * Several at once, in order. Gives for each whether it was done: not for a post whose id is taken or whose event is gone, nor
   * for what would be done to a post that is not here; the others of its group are not touched by that.
   */
  writeAll(writes: PostWrite[]): Promise<boolean[]>;
}

export interface User {
  id: UserId;
  name: string;
  role: UserRole;
  createdAt: number;
  hasPassword: boolean;
}

export type LinkPurpose = 'sign-in' | 'invite' | 'reset';

/** What an invite link gives: a role on the machine, or a part in one event. */
export interface Link {
  purpose: LinkPurpose;
  userId: UserId | null;
  role: UserRole | null;
  eventId: EventId | null;
  eventRole: EventRole | null;
  expiresAt: number;
}

export interface UserStore {
  list(): Promise<User[]>;
  get(id: UserId): Promise<User | undefined>;
  byName(name: string): Promise<User | undefined>;
  save(user: Omit<User, 'hasPassword'>, act: Act): Promise<void>;
  /** Also ends the user's sessions, except `keep`. */
  setPassword(id: UserId, hash: string | null, keepSession: string | null, act: Act): Promise<void>;
  passwordHash(id: UserId): Promise<string | undefined>;
  addSession(hash: string, userId: UserId, expiresAt: number): Promise<void>;
  bySession(hash: string, now: number): Promise<User | undefined>;
  endSession(hash: string): Promise<void>;
  addLink(hash: string, link: Link, act: Act): Promise<void>;
  /** Takes the link away and gives what it was for; undefined when unknown, used or expired. */
  useLink(hash: string, now: number): Promise<Link | undefined>;
  setEventRole(userId: UserId, eventId: EventId, role: EventRole | null, act: Act): Promise<void>;
  eventRole(userId: UserId, eventId: EventId): Promise<EventRole | undefined>;
  membersOf(eventId: EventId): Promise<{ user: User; role: EventRole }[]>;
}

/** An API token; only its hash is kept. */
export interface ApiToken {
  id: string;
  name: string;
  role: Exclude<UserRole, 'member'>;
  createdAt: number;
  lastUsedAt: number | null;
}

export interface TokenStore {
  add(token: ApiToken, hash: string, act: Act): Promise<void>;
  byHash(hash: string): Promise<ApiToken | undefined>;
  list(): Promise<ApiToken[]>;
  /** False when there is none with that id. */
  revoke(id: string, act: Act): Promise<boolean>;
}

/** A screen's or remote's token for one event. */
export interface ScreenGrant {
  id: string;
  eventId: EventId;
  may: ScreenMay;
  label: string;
  createdAt: number;
}

export interface ScreenStore {
  add(screen: ScreenGrant, hash: string, act: Act): Promise<void>;
  get(id: string): Promise<ScreenGrant | undefined>;
  byHash(hash: string): Promise<ScreenGrant | undefined>;
  ofEvent(eventId: EventId): Promise<ScreenGrant[]>;
  revoke(id: string, act: Act): Promise<boolean>;
}

/**
 * A printed ticket; only its keyed hash is kept, the same as its voter's. `refused`: how often a second phone came with it while
 * a first was there. Number 0 is none: it counts what was tried and is no ticket of this event.
 */
export interface StoredTicket {
  number: number;
  hash: string;
  usedAt: number | null;
  refused: number;
}

export interface TicketStore {
  ofEvent(id: EventId): Promise<StoredTicket[]>;
  add(id: EventId, tickets: StoredTicket[], act: Act): Promise<void>;
  /** What became of them. */
  save(id: EventId, tickets: StoredTicket[]): Promise<void>;
}

export interface ActLog {
  add(act: Act): Promise<void>;
  /** Newest first. */
  ofEvent(eventId: EventId, limit: number): Promise<Act[]>;
}

/** Small values of the machine: its secrets, the address in use. */
export interface SettingStore {
  get(name: string): Promise<string | undefined>;
  put(name: string, value: string): Promise<void>;
  /** Keeps the first value ever put and gives it back. */
  putOnce(name: string, value: string): Promise<string>;
}

export interface ImportRows {
  event: LiveEvent;
  stage: Stage;
  questions: Question[];
  askings: StoredAsking[];
  /** With pseudonyms for voters: numbers are kept, hashes are none. */
  voters: VoterNumber[];
  ballots: Ballot[];
  texts: StoredDecision[];
  posts: StoredPost[];
  pictures: KeptPicture[];
  /** Of its questions, as the alignments are. */
  dataPoints: DataPoint[];
  evidence: KeptEvidence[];
  alignments: Alignment[];
  acts: Act[];
}

export type ImportOutcome =
  | { kind: 'imported'; added: number; skipped: number }
  /** The first thing whose id is here with other content; nothing was stored. */
  | { kind: 'conflict'; noun: string; id: string };
