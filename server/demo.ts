import { STORY_QUESTION, storyPoints } from './demo-story.ts';
import type { LiveEventHost } from './live-event-host.ts';
import { newQuestion } from './question-input.ts';
import type { RestContext } from './rest/context.ts';

export const DEMO_TITLE = 'Learning Lounge, demo';
export const DEMO_PHONES = 100;

const MADE = 'demo-made';
const BY = null;

/**
 * On an empty database, once: an event that is live, its question open, without a ballot; the two results of the story
 * beside it, and their comparison as the next stop. Undefined: not made.
 */
export async function makeDemoOnce(context: RestContext): Promise<LiveEventHost | undefined> {
  const { store, hosts, now, random } = context;
  if (!(await isEmpty(context)) || (await store.settings.get(MADE)) !== undefined) return undefined;
  await store.settings.put(MADE, String(now()));
  const host = await hosts.create(
    {
      title: DEMO_TITLE,
      audience: 'made-up phones',
      audienceTags: ['Made-up phones'],
      roomSize: { low: DEMO_PHONES, high: DEMO_PHONES },
    },
    BY,
  );
  const question = newQuestion(STORY_QUESTION, now(), random);
  const act = { at: now(), by: BY, what: 'question:add', eventId: null, detail: { questionId: question.id } };
  await store.questions.save(question, act);
  await store.dataPoints.saveAll(storyPoints(question, now(), random), [], {
    ...act,
    what: 'data-point:add',
  });
  const asking = hosts.newAsking(host.id, question);
  await host.addAsking(asking, question, BY);
  await host.addComparison(question, undefined, BY);
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
