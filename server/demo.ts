import type { LiveEventHost } from './live-event-host.ts';
import { newQuestion } from './question-input.ts';
import type { RestContext } from './rest/context.ts';

export const DEMO_TITLE = 'Learning Lounge, demo';
export const DEMO_PHONES = 100;

/** The question of 2019, as its author put it: who would you choose? */
const QUESTION = {
  type: 'single' as const,
  prompt: 'Who would you put in charge of a digital learning function?',
  options: [
    'Product Manager',
    'Performance Consultant',
    'Designer',
    'Marketing',
    'Content Producer',
    'Data',
    'Social',
  ].map((label) => ({ label })),
};

const MADE = 'demo-made';
const BY = null;

/** On an empty database, once: an event that is live, its question open, without a ballot. Undefined: not made. */
export async function makeDemoOnce(context: RestContext): Promise<LiveEventHost | undefined> {
  const { store, hosts, now, random } = context;
  if (!(await isEmpty(context)) || (await store.settings.get(MADE)) !== undefined) return undefined;
  await store.settings.put(MADE, String(now()));
  const host = await hosts.create(
    {
      title: DEMO_TITLE,
      audience: `${DEMO_PHONES} made-up phones`,
      roomSize: { low: DEMO_PHONES, high: DEMO_PHONES },
    },
    BY,
  );
  const question = newQuestion(QUESTION, now(), random);
  const act = { at: now(), by: BY, what: 'question:add', eventId: null, detail: { questionId: question.id } };
  await store.questions.save(question, act);
  const asking = hosts.newAsking(host.id, question);
  await host.addAsking(asking, question, BY);
  await host.open(asking.id, {}, BY);
  return host;
}

async function isEmpty({ store }: RestContext): Promise<boolean> {
  const [events, deleted, questions] = await Promise.all([
    store.events.list({ limit: 1 }),
    store.events.list({ limit: 1, deleted: true }),
    store.questions.list({ limit: 1 }),
  ]);
  return [events, deleted, questions].every(({ rows }) => rows.length === 0);
}
