import type { Store } from '../../server/store/store.ts';
import { DEFAULT_ASKING_SETTINGS, DEFAULT_CONDITIONS, UNASKED, type Asking } from '../../shared/asking.ts';
import { newId, newJoinCode, type AskingId, type OptionId, type QuestionId } from '../../shared/ids.ts';
import { DEFAULT_SET_UP } from '../../shared/event-set-up.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { specOf, type Question } from '../../shared/question.ts';
import { LOBBY } from '../../shared/stage.ts';
import { recount } from '../../shared/tally.ts';
import { pickWeighted } from '../../shared/questions/pretend.ts';
import { seeded, type Random } from '../crowd/random.ts';

export interface HistorySize {
  askings: number;
  /** Of each asking. */
  ballots: number;
}

const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse('2019-02-14T18:00:00Z');
const LABELS = ['Product Manager', 'Performance Consultant', 'Designer', 'Marketing', 'Content', 'Data'];
const ACT = { at: FIRST_MS, by: 'bench', what: 'bench:history', eventId: null, detail: {} };

/** Fills a store with one question that was asked once in each of many rooms, all closed; gives the question. */
export async function fillHistory(store: Store, { askings, ballots }: HistorySize): Promise<Question> {
  const question = aQuestion(seeded('history'));
  await store.questions.save(question, ACT);
  for (let nth = 0; nth < askings; nth += 1)
    await fillRoom(store, question, { nth, ballots, random: seeded('room', nth) });
  return question;
}

interface Room {
  nth: number;
  ballots: number;
  random: Random;
}

async function fillRoom(store: Store, question: Question, room: Room): Promise<void> {
  const answers = answersOf(question, room);
  const event = anEvent(room);
  const asking = anAsking(event, question, room);
  await store.events.create({ ...event, order: [asking.id] }, LOBBY, []);
  const tally = recount(specOf(question), answers);
  await store.events.commit({ askings: [{ asking, tally }], acts: [] });
  await store.ballots.castAll(
    answers.map((answer, voter) => ({ askingId: asking.id, voter: voter + 1, revision: 1, answer })),
  );
}

/** Its weights drift over the rooms, so that there is something to compare. */
function answersOf(question: Question, { nth, ballots, random }: Room): { option: OptionId }[] {
  const { options } = specOf(question);
  const weights = options.map((_, at) => 2 + Math.sin(nth / 100 + at));
  return Array.from({ length: ballots }, () => {
    const picked = pickWeighted(options, weights, random);
    if (!picked) throw new Error('there is nothing to pick from');
    return { option: picked.id };
  });
}

function aQuestion(random: Random): Question {
  const bytes = bytesOf(random);
  const options = LABELS.map((label, at) => ({ id: `role-${at}` as OptionId, label }));
  const content = { prompt: 'Which role would you put in charge?', options, settings: {} };
  return {
    id: newId<QuestionId>(bytes),
    type: 'single',
    versions: [{ version: 1, ...content, translations: {}, change: null, createdAt: FIRST_MS }],
    isPublic: false,
    createdAt: FIRST_MS,
    updatedAt: FIRST_MS,
  };
}

function anEvent({ nth, ballots, random }: Room): LiveEvent {
  const at = FIRST_MS + nth * DAY_MS;
  return {
    id: newId(bytesOf(random)),
    code: newJoinCode(bytesOf(random)),
    title: `Learning Lounge ${nth + 1}`,
    state: 'ended',
    startsOn: new Date(at).toISOString().slice(0, 10),
    place: 'Hall 2',
    audience: 'Leaders in learning',
    audienceTags: [nth % 2 === 0 ? 'leaders' : 'practitioners'],
    roomSize: { low: ballots, high: Math.ceil(ballots * 1.2) },
    isPrivate: false,
    theme: 'light',
    order: [],
    setUp: DEFAULT_SET_UP,
    isRehearsal: false,
    isTemplate: false,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
}

function anAsking(event: LiveEvent, question: Question, { ballots, random }: Room): Asking {
  const { seconds, changeAllowed } = DEFAULT_ASKING_SETTINGS;
  return {
    ...UNASKED,
    id: newId<AskingId>(bytesOf(random)),
    eventId: event.id,
    questionId: question.id,
    questionVersion: 1,
    number: 1,
    state: 'closed',
    shown: true,
    settings: DEFAULT_ASKING_SETTINGS,
    conditions: {
      barsVisible: false,
      lastResultVisible: false,
      shuffled: false,
      changeAllowed,
      seconds,
      ...DEFAULT_CONDITIONS,
    },
    openedAt: event.createdAt,
    closedAt: event.createdAt + 60_000,
    closesAt: null,
    joined: Math.ceil(ballots * 1.1),
  };
}

function bytesOf(random: Random): (length: number) => Uint8Array {
  return (length) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
}
