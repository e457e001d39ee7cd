import { requestJson, type JsonRequest } from '../crowd/http-json.ts';
import { API_TOKEN } from './children.ts';

/** The event that is measured: its numbers hidden in one asking, shown to phones in the other. */
export interface BenchEvent {
  id: string;
  code: string;
  hidden: BenchAsking;
  shown: BenchAsking;
}

export interface BenchAsking {
  id: string;
  options: string[];
}

const OPTIONS = 12;

export async function makeEvent(url: string): Promise<BenchEvent> {
  const { id, code } = (await call(url, 'POST', '/events', { title: 'Bench' })) as {
    id: string;
    code: string;
  };
  const hidden = await addAsking(url, id, 'Hidden while voting?');
  const shown = await addAsking(url, id, 'Shown while voting?');
  await call(url, 'PATCH', `/askings/${hidden.id}`, { settings: { barsWhileVoting: false } });
  await call(url, 'PATCH', `/askings/${shown.id}`, { settings: { barsWhileVoting: true } });
  return { id, code, hidden, shown };
}

/** Opens it, and closes what was open. */
export async function openAsking(url: string, { id }: BenchAsking): Promise<void> {
  await call(url, 'POST', `/askings/${id}/open`, {});
}

async function addAsking(url: string, eventId: string, prompt: string): Promise<BenchAsking> {
  const options = Array.from({ length: OPTIONS }, (_, at) => ({ label: `Option ${at + 1}` }));
  const question = (await call(url, 'POST', '/questions', { type: 'single', prompt, options })) as {
    id: string;
    options: { id: string }[];
  };
  const asking = (await call(url, 'POST', `/events/${eventId}/askings`, { questionId: question.id })) as {
    id: string;
  };
  return { id: asking.id, options: question.options.map((option) => option.id) };
}

async function call(
  url: string,
  method: JsonRequest['method'],
  path: string,
  body: unknown,
): Promise<unknown> {
  const answer = await requestJson({ method, url: `${url}/api/v1${path}`, body, token: API_TOKEN });
  if (answer && answer.status < 300) return answer.body;
  throw new Error(`${method} ${path}: ${answer ? JSON.stringify(answer.body) : 'no answer'}`);
}
