import { DEFAULT_SET_UP } from '../../shared/event-set-up.ts';

export const ID = 'a1b2c3';
export const SECRET = 'abcdefghijklmnopqrstuv';

/** For each schema: what it takes, whole, and what it does not. */
export const CASES: Record<string, { takes: object[]; refuses: unknown[] }> = {
  ballotBody: {
    takes: [
      { revision: 1, answer: { option: 'a' } },
      { revision: 1_000_000_000, answer: null },
    ],
    refuses: [
      { revision: 0, answer: 1 },
      { revision: 1.5, answer: 1 },
      { revision: '1', answer: 1 },
      { answer: 1 },
    ],
  },
  ballotCast: {
    takes: [{ askingId: ID, revision: 3, answer: { options: [] } }],
    refuses: [
      { revision: 3, answer: 1 },
      { askingId: '', revision: 3 },
      { askingId: 'x'.repeat(41), revision: 3 },
    ],
  },
  stepPress: {
    takes: [
      { press: 'next', version: 4 },
      { press: 'back', version: 1 },
    ],
    refuses: [{ press: 'forward', version: 1 }, { press: 'next' }, { press: 'next', version: '1' }],
  },
  stageBody: {
    takes: [{ view: 'lobby' }, { view: 'asking', askingId: ID }, { view: 'comparison', questionId: ID }],
    refuses: [{ view: 'elsewhere' }, {}, { view: 'asking', askingId: 5 }],
  },
  stageCover: {
    takes: [{}, { blank: true }, { blank: false, qr: true }],
    refuses: [{ blank: 'yes' }, { qr: 1 }],
  },
  askingRef: { takes: [{ askingId: ID }], refuses: [{}, { askingId: null }] },
  openBody: {
    takes: [{}, { seconds: 1 }, { seconds: 86_400, closeAtEnd: false }],
    refuses: [{ seconds: 0 }, { seconds: 86_401 }, { seconds: null }, { closeAtEnd: 'no' }],
  },
  askingOpen: { takes: [{ askingId: ID, seconds: 30, closeAtEnd: true }], refuses: [{ seconds: 30 }] },
  timerBody: {
    takes: [{ addSeconds: 30 }, { stop: true }],
    refuses: [{}, { stop: false }, { addSeconds: -5 }, { addSeconds: 30, stop: true }],
  },
  askingTimer: {
    takes: [
      { askingId: ID, addSeconds: 30 },
      { askingId: ID, stop: true },
    ],
    refuses: [{ addSeconds: 30 }, { askingId: ID }, { askingId: ID, addSeconds: 30, stop: true }],
  },
  textDecide: {
    takes: [{ askingId: ID, text: 'Ann', shown: true }],
    refuses: [{ askingId: ID, text: '', shown: true }, { text: 'Ann' }],
  },
  textPatch: {
    takes: [{ text: 'Ann', shown: null, group: 'People' }],
    refuses: [{ text: '' }, { text: 'Ann', group: '' }],
  },
  heldBackBody: { takes: [{ words: ['rude'] }], refuses: [{ words: [''] }, {}] },
  handsBody: {
    takes: [{ counts: { [ID]: 3 }, present: 9 }],
    refuses: [{ counts: { [ID]: -1 } }, { counts: { [ID]: 1.5 } }, {}],
  },
  askingHands: { takes: [{ askingId: ID, counts: {} }], refuses: [{ counts: {} }] },
  findingShown: { takes: [{ askingId: ID, shown: false }], refuses: [{ askingId: ID }] },
  backingBody: { takes: [{}, { on: false }], refuses: [{ on: 1 }] },
  postBody: { takes: [{ text: 'Why?' }], refuses: [{ text: '' }, { text: 'x'.repeat(2000) }] },
  postBacked: { takes: [{ postId: ID, on: true }], refuses: [{ postId: ID }] },
  wallWatched: { takes: [{ order: null }, { order: 'backed' }], refuses: [{ order: 'oldest' }] },
  postsListed: { takes: [{ order: 'newest', after: '' }], refuses: [{ order: 'newest' }] },
  moderationBody: { takes: [{}, { state: 'hidden', pinned: true }], refuses: [{ state: 'waiting' }] },
  postModerated: { takes: [{ postId: ID, answered: true }], refuses: [{ answered: true }] },
  stopBody: { takes: [{ kind: 'wall' }], refuses: [{ kind: 'asking' }, {}] },
  rehearsalBody: { takes: [{ on: true, phones: 81 }], refuses: [{ on: true, phones: -1 }, {}] },
  doorBody: { takes: [{ isClosed: true }], refuses: [{}, { isClosed: 1 }] },
  ticketsBody: { takes: [{ count: 30 }], refuses: [{ count: 0 }, { count: 1.5 }, {}] },
  nothing: { takes: [{}], refuses: [{ a: 1 }] },
  askingAdd: { takes: [{ questionId: ID, open: true }], refuses: [{ open: true }] },
  postAsked: {
    takes: [{ id: 'a'.repeat(20), text: 'Why?' }],
    refuses: [{ text: 'Why?' }, { id: 'x', text: 'Why?' }],
  },
  askingSaid: { takes: [{ askingId: ID, said: null }], refuses: [{ askingId: ID }] },
  joinBody: {
    takes: [{ code: 'k7m 4qx' }, { code: 'K7M4QX', secret: SECRET }],
    refuses: [
      {},
      { code: 5 },
      { code: 'x'.repeat(41) },
      { code: 'x', secret: 'short' },
      { code: 'x', secret: `${SECRET}=` },
    ],
  },
  eventBody: {
    takes: [
      { title: 'E' },
      {
        title: 'E',
        startsOn: '2024-02-29',
        place: 'P',
        audience: null,
        audienceTags: ['a'],
        isPrivate: true,
        theme: 'dark',
      },
      { title: 'E', roomSize: 40 },
      { title: 'E', roomSize: { low: 280, high: 320 } },
    ],
    refuses: [
      {},
      { title: ' ' },
      { title: 'x'.repeat(121) },
      { title: 'E', startsOn: '1/2/2026' },
      { title: 'E', startsOn: '2026-02-30' },
      { title: 'E', startsOn: '2026-13-01' },
      { title: 'E', roomSize: -1 },
      { title: 'E', roomSize: { low: 5, high: 4 } },
      { title: 'E', roomSize: { low: 5 } },
      { title: 'E', audienceTags: 'a' },
      { title: 'E', audienceTags: Array<string>(13).fill('a') },
      { title: 'E', theme: 'blue' },
    ],
  },
  comparisonStopBody: {
    takes: [{ questionId: ID }, { questionId: ID, position: 0 }],
    refuses: [{}, { questionId: ID, position: 201 }, { questionId: ID, position: 1.5 }],
  },
  eventSetUp: {
    takes: [DEFAULT_SET_UP, { ...DEFAULT_SET_UP, accent: '#C8380e', language: 'ar', openUntil: 5 }],
    refuses: [
      {},
      { ...DEFAULT_SET_UP, accent: 'red' },
      { ...DEFAULT_SET_UP, language: 'xx' },
      { ...DEFAULT_SET_UP, pace: 'slow' },
      { ...DEFAULT_SET_UP, stops: { wall: { section: '' } } },
      {
        ...DEFAULT_SET_UP,
        afterwards: { results: true, comparison: true, link: { label: 'More', url: 'javascript:1' } },
      },
    ],
  },
  translations: {
    takes: [{}, { de: { prompt: 'Wer?', options: { [ID]: 'Daten' } } }],
    refuses: [{ de: { prompt: '' } }, { de: { words: {} } }],
  },
  eventPatch: {
    takes: [{}, { title: 'E' }, { order: [ID, `compare:${ID}`] }, { roomSize: null, startsOn: null }],
    refuses: [
      { title: '' },
      { title: null },
      { order: ID },
      { order: Array<string>(201).fill(ID) },
      { state: 'live' },
    ],
  },
  eventStateBody: { takes: [{ state: 'live' }, { state: 'ended' }], refuses: [{ state: 'draft' }, {}] },
  eraseBody: { takes: [{ title: 'E' }], refuses: [{}, { title: 1 }] },
  copyBody: { takes: [{}, { title: 'E' }], refuses: [{ title: '' }] },
  questionBody: {
    takes: [
      {
        type: 'single',
        prompt: 'Which?',
        options: [{ label: 'A' }, { label: 'B' }],
        settings: { other: true },
      },
      { type: 'open-text', prompt: 'Why?' },
    ],
    refuses: [
      { type: 'essay', prompt: 'Why?' },
      { type: 'single', prompt: '' },
      { type: 'single', prompt: 'x'.repeat(301) },
      { type: 'single', prompt: 'W', options: Array<object>(13).fill({ label: 'A' }) },
      { type: 'single', prompt: 'W', options: [{ label: 'x'.repeat(121) }] },
      { type: 'single', prompt: 'W', options: [{ id: ID, label: 'A' }] },
      { type: 'single', prompt: 'W', options: ['A'] },
      { type: 'single', prompt: 'W', settings: [] },
    ],
  },
  questionPatch: {
    takes: [
      {},
      { options: [{ id: ID, label: 'A' }, { label: 'B' }], change: 'new-meaning' },
      { settings: {} },
    ],
    refuses: [{ change: 'typo' }, { options: [{ id: ID }] }, { type: 'multiple' }, { prompt: null }],
  },
  askingBody: {
    takes: [{ questionId: ID }, { question: { type: 'single', prompt: 'W' } }],
    refuses: [
      {},
      { questionId: ID, question: { type: 'single', prompt: 'W' } },
      { question: { prompt: 'W' } },
    ],
  },
  askingPatch: {
    takes: [{}, { position: 0 }, { settings: { barsWhileVoting: false, seconds: null } }],
    refuses: [
      { position: -1 },
      { position: 1.5 },
      { settings: { seconds: 0 } },
      { settings: { sound: true } },
    ],
  },
};
