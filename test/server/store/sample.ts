import { createHash } from 'node:crypto';
import { DEFAULT_ASKING_SETTINGS, DEFAULT_CONDITIONS, UNASKED, type Asking } from '../../../shared/asking.ts';
import type { Ballot } from '../../../shared/ballot.ts';
import type { DataPoint, Evidence } from '../../../shared/data-point.ts';
import type {
  AskingId,
  DataPointId,
  EventId,
  JoinCode,
  OptionId,
  PostId,
  PictureId,
  QuestionId,
  UserId,
} from '../../../shared/ids.ts';
import { DEFAULT_SET_UP } from '../../../shared/event-set-up.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import type { Post } from '../../../shared/posts.ts';
import type { Picture } from '../../../shared/picture.ts';
import type { Question } from '../../../shared/question.ts';
import { LOBBY } from '../../../shared/stage.ts';
import type { Act, Store, User } from '../../../server/store/store.ts';

/** Things to store, each with an id of its own. */

export const OPTIONS = ['manager', 'consultant', 'designer'] as OptionId[];

const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
let made = 0;

function newId(noun: string): string {
  made += 1;
  return `${noun}-${String(made).padStart(6, '0')}`;
}

function codeOf(number: number): JoinCode {
  const letters = [1, 30, 900, 27_000].map((place) => CODE_LETTERS[Math.floor(number / place) % 30]);
  return `AA${letters.join('')}` as JoinCode;
}

export function anEvent(fields: Partial<LiveEvent> = {}): LiveEvent {
  const id = newId('event') as EventId;
  const code = codeOf(made);
  return {
    id,
    code,
    title: 'Learning Lounge',
    state: 'live',
    startsOn: '2026-05-04',
    place: 'Hall 2',
    audience: 'Leaders in learning',
    audienceTags: ['leaders', 'uk'],
    roomSize: { low: 90, high: 110 },
    isPrivate: false,
    theme: 'light',
    order: [],
    setUp: DEFAULT_SET_UP,
    isRehearsal: false,
    isTemplate: false,
    createdAt: 1000 + made,
    updatedAt: 1000 + made,
    deletedAt: null,
    ...fields,
  };
}

export function aQuestion(fields: Partial<Question> = {}): Question {
  const options = OPTIONS.map((id) => ({ id, label: `The ${id}` }));
  return {
    id: newId('question') as QuestionId,
    type: 'single',
    versions: [
      {
        version: 1,
        prompt: 'Who would you put in charge?',
        options,
        settings: { shuffle: true },
        translations: {},
        change: null,
        createdAt: 5,
      },
    ],
    isPublic: false,
    createdAt: 5,
    updatedAt: 5,
    ...fields,
  };
}

export function anAsking(eventId: EventId, questionId: QuestionId, fields: Partial<Asking> = {}): Asking {
  return {
    ...UNASKED,
    id: newId('asking') as AskingId,
    eventId,
    questionId,
    questionVersion: 1,
    number: 1,
    state: 'open',
    shown: true,
    settings: DEFAULT_ASKING_SETTINGS,
    conditions: {
      barsVisible: true,
      lastResultVisible: false,
      shuffled: true,
      changeAllowed: true,
      seconds: 60,
      ...DEFAULT_CONDITIONS,
    },
    openedAt: 2000 + made,
    closedAt: null,
    closesAt: 62_000,
    joined: 0,
    ...fields,
  };
}

/** With everything a data point can carry. */
export function aDataPoint(questionId: QuestionId, fields: Partial<DataPoint> = {}): DataPoint {
  return {
    id: newId('point') as DataPointId,
    questionId,
    label: 'Poll on LinkedIn',
    when: { date: '2021-06-21', precision: 'day' },
    interim: true,
    audience: 'Followers of a blog',
    audienceTags: ['online', 'self-selected'],
    reached: 'open poll on LinkedIn',
    askedBy: 'the author of the blog',
    method: 'LinkedIn poll',
    prompt: 'Who should lead?',
    wording: 'rough',
    optionsOffered: ['Manager', 'Consultant'],
    source: { url: 'https://example.org/poll', note: 'read off a picture' },
    base: 'cast',
    exactness: 'percent-of-about-n',
    n: 50,
    nLow: 40,
    nHigh: 60,
    results: [
      { label: 'Manager', optionId: OPTIONS[0] as OptionId, share: 0.62, shareLow: 0.57, shareHigh: 0.67 },
      { label: 'Consultant', count: 19, words: 'a good third' },
    ],
    imported: { tool: 'table', file: 'poll.csv', sha256: 'ab'.repeat(32) },
    createdAt: 8,
    createdBy: 'Ada',
    ...fields,
  };
}

/** A picture as small as they come, or whatever bytes are given under its name. */
export function someEvidence(
  dataPointId: DataPointId,
  bytes: Uint8Array = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
): { evidence: Evidence; bytes: Uint8Array } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const evidence: Evidence = {
    dataPointId,
    name: 'poll.png',
    mediaType: 'image/png',
    size: bytes.length,
    sha256,
    addedAt: 9,
  };
  return { evidence, bytes };
}

export function aPost(eventId: EventId, fields: Partial<Post> = {}): Post {
  const id = newId('post') as PostId;
  return {
    id,
    eventId,
    voter: 1,
    text: `Why ${id}?`,
    name: null,
    state: 'shown',
    isPinned: false,
    answeredAt: null,
    createdAt: 3000 + made,
    ...fields,
  };
}

export function anAct(eventId: EventId | null = null, fields: Partial<Act> = {}): Act {
  return { at: 7, by: 'Ada', what: 'event:change', eventId, detail: { why: 'test' }, ...fields };
}

export function aUser(fields: Partial<Omit<User, 'hasPassword'>> = {}): Omit<User, 'hasPassword'> {
  const id = newId('user') as UserId;
  return { id, name: `Ada ${id}`, role: 'organiser', createdAt: made, ...fields };
}

export function cast(askingId: AskingId, voter: number, revision = 1, option = 0): Omit<Ballot, 'castAt'> {
  return { askingId, voter, revision, answer: { option: OPTIONS[option] } };
}

/** An event with one open asking of one question, all stored. */
export async function openRoom(
  store: Store,
  fields: Partial<LiveEvent> = {},
): Promise<{ event: LiveEvent; question: Question; asking: Asking }> {
  const question = aQuestion();
  await store.questions.save(question, anAct());
  const bare = anEvent(fields);
  const asking = anAsking(bare.id, question.id);
  const event = { ...bare, order: [asking.id] };
  await store.events.create(bare, LOBBY, [anAct(event.id)]);
  await store.events.commit({ event, askings: [{ asking, tally: null }], acts: [anAct(event.id)] });
  return { event, question, asking };
}

export function aPicture(fields: Partial<Picture> = {}): { picture: Picture; bytes: Uint8Array } {
  const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const picture: Picture = {
    id: newId('picture') as PictureId,
    mediaType: 'image/png',
    width: 4,
    height: 3,
    alt: 'A chart',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    addedAt: 9,
    ...fields,
  };
  return { picture, bytes };
}
