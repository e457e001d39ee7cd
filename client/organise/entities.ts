import type { Alignment, AlignmentMap } from '../../shared/alignment.ts';
import type { EventRight, EventRole, ScreenMay, UserRole } from '../../shared/access.ts';
import type { AskingSettings, AskingState, Conditions, Hands } from '../../shared/asking.ts';
import type { DataPoint, Evidence } from '../../shared/data-point.ts';
import type { EventSetUp } from '../../shared/event-set-up.ts';
import type { AskingId, EventId, QuestionId, UserId, PictureId } from '../../shared/ids.ts';
import type { LiveEventState, RoomSize, StopId } from '../../shared/live-event.ts';
import type { Option, QuestionSettings, Translations } from '../../shared/question.ts';
import type {
  Finding,
  OptionResult,
  QuestionTypeName,
  ResultTable,
} from '../../shared/questions/question-type.ts';

/** What REST answers (docs/rest.md), as the console reads it. Times are ISO 8601 in UTC. */

export interface User {
  id: UserId;
  name: string;
  role: UserRole;
}

export interface Me extends User {
  hasPassword: boolean;
}

/** One of the people of this machine, in the owner's list. */
export type UserRow = Me;

interface EventFacts {
  id: EventId;
  code: string;
  title: string;
  state: LiveEventState;
  startsOn: string | null;
  place: string | null;
  audience: string | null;
  audienceTags: string[];
  roomSize: RoomSize | null;
  isPrivate: boolean;
  theme: 'light' | 'dark';
  setUp: EventSetUp;
  isRehearsal: boolean;
  isTemplate: boolean;
  createdAt: string;
  deletedAt: string | null;
  joinUrl: string;
  may: EventRight[];
}

/** An event in a list: counts instead of its askings. */
export interface EventRow extends EventFacts {
  /** Stops that were asked. */
  asked: number;
  stops: number;
  phones: number;
}

export interface EventView extends EventFacts {
  order: StopId[];
  askings: AskingView[];
  comparisons: ComparisonStop[];
  pictures: PictureStop[];
  /** What does not fit together, and is kept all the same. */
  warnings: { path: string; message: string }[];
}

/** A stop that shows how a question was answered over time. */
export interface ComparisonStop {
  id: StopId;
  questionId: QuestionId;
  prompt: string;
}

/** A picture that stands on the screen by itself. */
export interface PictureStop {
  id: StopId;
  pictureId: PictureId;
  alt: string;
}

/** A picture that was just kept. */
export interface PictureView {
  id: PictureId;
  url: string;
  alt: string;
}

export interface AskingView {
  id: AskingId;
  eventId: EventId;
  questionId: QuestionId;
  questionVersion: number;
  number: number | null;
  state: AskingState;
  shown: boolean;
  type: QuestionTypeName;
  prompt: string;
  options: Option[];
  questionSettings: QuestionSettings;
  settings: AskingSettings;
  conditions: Conditions | null;
  openedAt: string | null;
  closedAt: string | null;
  closesAt: string | null;
  ballots: number;
  joined: number;
  hands: Hands | null;
  setAside: string | null;
  late: number;
  said: string | null;
}

interface QuestionFacts {
  id: QuestionId;
  type: QuestionTypeName;
  version: number;
  prompt: string;
  options: Option[];
  settings: QuestionSettings;
  translations: Translations;
  /** Whether everybody may see its comparison at `/q/ID`. */
  isPublic: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface QuestionRow extends QuestionFacts {
  versionCount: number;
  askingCount: number;
}

export interface QuestionView extends QuestionFacts {
  versions: {
    version: number;
    prompt: string;
    options: Option[];
    settings: QuestionSettings;
    translations: Translations;
    change: 'correction' | 'new-meaning' | null;
    createdAt: string;
  }[];
  askings: TimeAsked[];
}

export interface TimeAsked {
  id: AskingId;
  eventId: EventId;
  eventTitle: string;
  startsOn: string | null;
  place: string | null;
  audience: string | null;
  audienceTags: string[];
  roomSize: RoomSize | null;
  openedAt: string | null;
  version: number;
  ballots: number;
  joined: number;
  conditions: Conditions | null;
  /** By option id; null where nothing can be counted so. */
  counts: Record<string, number> | null;
  hands: Hands | null;
  /** Why it counts in no comparison. */
  setAside: string | null;
  state: AskingState;
}

/** A result that came from elsewhere. */
export interface OutsideResultView extends Omit<DataPoint, 'createdAt'> {
  createdAt: string;
  evidence: Pick<Evidence, 'name' | 'mediaType' | 'size'> | null;
}

export interface AskingResults {
  askingId: AskingId;
  state: AskingState;
  shown: boolean;
  ballots: number;
  joined: number;
  roomSize: RoomSize | null;
  conditions: Conditions | null;
  haveNotAnswered: number;
  late: number;
  finding: Pick<Finding, 'kind' | 'text' | 'rule' | 'leaders'> | null;
  /** Why there is no finding. */
  findingReason?: string;
  options: OptionResult[];
  /** The same whatever the type. */
  table: ResultTable;
  /** Where they have no row of their own. */
  abstained?: number;
}

export interface ScreenRow {
  id: string;
  label: string;
  may: ScreenMay;
  createdAt: string;
}

export interface NewScreen {
  id: string;
  token: string;
}

export interface MemberRow {
  user: Pick<User, 'id' | 'name'>;
  role: EventRole;
}

export interface TokenRow {
  id: string;
  name: string;
  role: UserRole;
  createdAt: string;
  lastUsedAt?: string | null;
}

export interface OneTimeLink {
  link: string;
  expiresAt: string;
}

export interface Machine {
  version: string;
  databaseBytes: number;
  lastBackupAt: string | null;
}

export interface Reach {
  url: string;
  isFixed: boolean;
  changedFrom: string | null;
  addresses: { url: string; interface: string; inUse: boolean }[];
  tries: { at: string; host: string; agent: string; ms: number }[];
  joins: { host: string; phones: number }[];
}

/** One decision on which options are the same, with who and when. */
export interface AlignmentRevision extends Omit<Alignment, 'questionId' | 'decidedAt'> {
  decidedAt: string;
}

export interface AlignmentView {
  current: AlignmentRevision | null;
  /** Newest first. */
  revisions: AlignmentRevision[];
  /** By result from elsewhere. */
  proposals: Record<string, AlignmentMap[]>;
  /** Of options that the newest version has no more. */
  versionProposals: AlignmentMap[];
}

/** What became of a file with results. */
export interface BroughtIn {
  dataPoints: { id: string; questionId: QuestionId }[];
  questions: { id: QuestionId; prompt: string }[];
}

/** A result by what the same people said of themselves; what is hidden has neither its size nor its answers. */
export interface AskingSplit {
  groups: {
    id: string;
    label: string;
    hidden: boolean;
    n: number | null;
    options: AskingResults['options'] | null;
  }[];
}
