import type { AskingSettings, AskingState, Conditions, Hands } from './asking.ts';
import type { Receipt } from './ballot.ts';
import type { Comparison } from './comparison/comparison.ts';
import type { LastTime, Shift } from './comparison/last-time.ts';
import type { AskingId, EventId, PictureId, PostId, QuestionId } from './ids.ts';
import type { LiveEventState, RoomSize, StopId } from './live-event.ts';
import type { Asked, Moderation, PostWithState } from './posts.ts';
import type { PostOrder } from './post-order.ts';
import type { QuestionSpec } from './question.ts';
import type { RehearsalState } from './rehearsal.ts';
import type { Finding, NoFinding, TallyBase } from './questions/question-type.ts';
import type { Result } from './result.ts';
import type { EventRight } from './access.ts';
import type { Press, Stage, StageView } from './stage.ts';
import type { MyPosts, PostPage, WallDesk, WallOnPhones, WallPage } from './wall.ts';
import type { EventSetUp, StopDetails, WallSetUp } from './event-set-up.ts';
import type { Language } from './words/languages.ts';
import type { Accent } from './accent.ts';

/**
 * The wire, whole. Imperative up, state down; every request is acknowledged with `Result`.
 * A test pins a hash of this file and `schemas.ts` to the version: change them and raise it.
 */
export const PROTOCOL_VERSION = 3;

/** What a phone sends with its handshake (`auth`). */
export interface VoterHandshake {
  protocol: number;
  as: 'voter';
  eventId: EventId;
  /** The bearer token from `POST /join`. */
  token: string;
  /** With a ticket: a random word of this phone, so that two phones with one ticket can be told from two tabs. */
  phone?: string;
}

/** What a screen, remote or console sends. Without a token the console's session cookie counts. */
export interface PresenterHandshake {
  protocol: number;
  as: 'presenter';
  eventId: EventId;
  token?: string;
  /** What the page is, so that the console can say "screen connected". */
  page: PresenterPage;
}

/** `preview` is the small picture of the screen that the console shows; it counts as no screen. */
export type PresenterPage = 'screen' | 'remote' | 'monitor' | 'console' | 'preview';
export type Handshake = VoterHandshake | PresenterHandshake;

/** How many ballots of how many phones. Sent with tallies and, alone, at most every 5 s. */
export interface Heads {
  askingId: AskingId | null;
  ballots: number;
  /** Of the asking; with no asking on stage, phones connected now. */
  joined: number;
  /** Phones with a live connection now. */
  connected: number;
  /** Of the phones that joined the asking: those without one now. */
  outOfReach: number;
}

/** A question as it stands on phone and screen. */
export interface AskingOnAir {
  id: AskingId;
  question: QuestionSpec;
  state: AskingState;
  shown: boolean;
  /** Server time in milliseconds; see `serverTime` of the message for the offset. */
  closesAt: number | null;
  closeAtEnd: boolean;
  changeAllowed: boolean;
  /** Hands were counted for it: no phone answers it. */
  isByHand?: true;
}

export interface EventOnAir {
  id: EventId;
  title: string;
  code: string;
  state: LiveEventState;
  /** Nothing of it is counted or kept. */
  isRehearsal: boolean;
  pace: EventSetUp['pace'];
  /** By whose clock it opens and closes without a presenter; server time. */
  openFrom: number | null;
  openUntil: number | null;
  /** Its own colours; null: Askagain's. */
  accent: Accent | null;
  logo: PictureId | null;
}

export interface TallyTick {
  askingId: AskingId;
  /** Of the tally; the highest wins, an older one is thrown away. */
  version: number;
  tally: TallyBase;
  heads: Heads;
  finding: Finding | NoFinding | null;
}

/**
 * What a phone shows. By the presenter's pace `askings` is the open one, else the one on stage, or nothing (wait); at its
 * own pace it is all that was opened, in running order.
 */
export interface VoterState {
  version: number;
  serverTime: number;
  event: EventOnAir;
  askings: AskingOnAir[];
  /** Of the one asking; at one's own pace of the phones that are connected. */
  heads: Heads;
  /** Of the askings whose results are shown. */
  tallies: TallyTick[];
  /** Only while there is a wall for phones to see. */
  wall: WallOnPhones | null;
}

/** What this phone's voter has stored for an asking. */
export interface MyBallot {
  askingId: AskingId;
  revision: number;
  answer: unknown;
  castAt: number;
}

export interface VoterSnapshot extends VoterState {
  /** For the askings in the same message. */
  mine: MyBallot[];
}

/** One asking of the running order as presenters see it. */
export interface Stop extends AskingOnAir {
  questionId: QuestionId;
  questionVersion: number;
  number: number | null;
  settings: AskingSettings;
  conditions: Conditions | null;
  /** What was counted by hand; null while this page may not see it. */
  hands: Hands | null;
  openedAt: number | null;
  closedAt: number | null;
  /** The host's note of what was said; null while this page may not read it, and where there is none. */
  said: string | null;
  ballots: number;
  joined: number;
  /** Voters whose ballot came after the close and is not counted. */
  late: number;
  /** The result before this one; null while this page may not see it, and where there is none. */
  lastTime: LastTime | null;
  /** What moved since then; only once voting is closed. */
  shifts: Shift[] | null;
}

/** Where everything stands in the running order: `stops` are its askings, and between them stand comparisons. */
export type OrderEntry = { id: StopId; prompt: string } & StopDetails &
  (
    | { kind: 'asking'; askingId: AskingId }
    | { kind: 'comparison'; questionId: QuestionId }
    | { kind: 'wall' }
    | { kind: 'picture'; pictureId: PictureId }
  );

/** A page that watches or runs this event. */
export interface PresenterHere {
  page: PresenterPage;
  count: number;
}

export interface PresenterState {
  version: number;
  serverTime: number;
  event: EventOnAir & {
    theme: 'light' | 'dark';
    /** What the screen speaks; null: what its browser asks for. */
    language: Language | null;
    roomSize: RoomSize | null;
    startsOn: string | null;
    isDoorClosed: boolean;
    entry: EventSetUp['entry'];
  };
  /** What the QR code says, and the same without `https://` for reading aloud. */
  joinUrl: string;
  stage: Stage;
  order: OrderEntry[];
  stops: Stop[];
  /** Only while the stage shows one. */
  comparison: Comparison | null;
  heads: Heads;
  /** The tally of the asking on stage, as this page may see it; null while it may not, or without one. */
  tally: TallyTick | null;
  presenters: PresenterHere[];
  /** Only while the event is rehearsed. */
  rehearsal: RehearsalState | null;
  wall: WallSetUp;
  /** What this connection may do. */
  may: EventRight[];
}

/** A press with the stage version it saw, so that a late or double press counts once. */
export interface StepPress {
  press: Press;
  version: number;
}

/** `after`: the stop it comes right after; null: it comes first; absent: last. */
export type NewAsking = { after?: StopId | null; open?: boolean } & (
  | { questionId: QuestionId }
  | {
      question: {
        type: string;
        prompt: string;
        options?: { label: string }[];
        settings?: Record<string, unknown>;
      };
    }
);

export type TimerChange = { addSeconds: number } | { stop: true };

type Ack<T> = (result: Result<T>) => void;

export interface VoterToServer {
  'ballot:cast': (
    ballot: { askingId: AskingId; revision: number; answer: unknown; language?: Language | undefined },
    ack: Ack<Receipt>,
  ) => void;
  /** From then on this phone hears of the wall in this order; null: no more. */
  'wall:watch': (how: { order: PostOrder | null }, ack: Ack<(WallPage & MyPosts) | null>) => void;
  'post:ask': (asked: Asked, ack: Ack<PostWithState>) => void;
  'post:back': (
    backing: { postId: PostId; on: boolean },
    ack: Ack<{ postId: PostId; backings: number }>,
  ) => void;
  'post:list': (which: { order: PostOrder; after: string }, ack: Ack<PostPage>) => void;
  /** "Are you there?", after silence or sleep. */
  'line:probe': (ack: Ack<{ serverTime: number; version: number }>) => void;
}

export interface ServerToVoter {
  /** On every connect, whole. */
  'voter:snapshot': (snapshot: VoterSnapshot) => void;
  'voter:state': (state: VoterState) => void;
  'tally:changed': (tick: TallyTick) => void;
  'heads:changed': (heads: Heads) => void;
  /** At most once a second, only to those who watch. */
  'wall:changed': (wall: WallPage) => void;
  /** Somebody decided on a post of this phone's. */
  'posts:mine': (mine: MyPosts) => void;
}

export interface PresenterToServer {
  'stage:step': (press: StepPress, ack: Ack<Stage>) => void;
  'stage:put': (
    to: {
      view: StageView;
      askingId?: AskingId;
      questionId?: QuestionId;
      pictureId?: PictureId;
      postId?: PostId;
    },
    ack: Ack<Stage>,
  ) => void;
  /** Blank and the big QR lie over whatever is shown. */
  'stage:cover': (cover: { blank?: boolean; qr?: boolean }, ack: Ack<Stage>) => void;
  'asking:open': (
    asking: { askingId: AskingId; seconds?: number; closeAtEnd?: boolean },
    ack: Ack<null>,
  ) => void;
  'asking:close': (asking: { askingId: AskingId }, ack: Ack<null>) => void;
  /** Everything that is not open, where phones go at their own pace; and whatever is. */
  'askings:open': (nothing: Record<string, never>, ack: Ack<null>) => void;
  'askings:close': (nothing: Record<string, never>, ack: Ack<null>) => void;
  'asking:show': (asking: { askingId: AskingId }, ack: Ack<null>) => void;
  'asking:hide': (asking: { askingId: AskingId }, ack: Ack<null>) => void;
  'asking:timer': (timer: { askingId: AskingId } & TimerChange, ack: Ack<null>) => void;
  /** The host's note of what was said in the room; null: none. */
  'asking:said': (note: { askingId: AskingId; said: string | null }, ack: Ack<null>) => void;
  /** Shows or hides a text that people wrote, or puts it under a label; null takes back what was decided. */
  'text:decide': (
    text: { askingId: AskingId; text: string; shown?: boolean | null; group?: string | null },
    ack: Ack<null>,
  ) => void;
  /** Puts a question right after a stop of the running order: a new one, or the same once more. `open`: at once. */
  'asking:add': (asking: NewAsking, ack: Ack<{ askingId: AskingId }>) => void;
  /** Hands, counted by the presenter. */
  'asking:hands': (
    hands: { askingId: AskingId; counts: Record<string, number>; present?: number },
    ack: Ack<null>,
  ) => void;
  /** Whether the finding is said on the screen. */
  'asking:finding': (asking: { askingId: AskingId; shown: boolean }, ack: Ack<null>) => void;
  'post:moderate': (post: { postId: PostId } & Moderation, ack: Ack<null>) => void;
  'line:probe': (ack: Ack<{ serverTime: number; version: number }>) => void;
}

export interface ServerToPresenter {
  'presenter:snapshot': (snapshot: PresenterState) => void;
  'presenter:state': (state: PresenterState) => void;
  'tally:changed': (tick: TallyTick) => void;
  'heads:changed': (heads: Heads) => void;
  /** To those who read the event: what people wrote, or what was decided about it, is not as it was. */
  'texts:changed': (texts: { askingId: AskingId }) => void;
  /** After each snapshot, and at most four times a second. */
  'wall:changed': (wall: WallDesk) => void;
}
