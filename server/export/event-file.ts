import type { EventId } from '../../shared/ids.ts';
import { comparedQuestions } from '../../shared/live-event.ts';
import type { Question } from '../../shared/question.ts';
import { Refused } from '../../shared/result.ts';
import type { Store, StoredEvent } from '../store/store.ts';

/** An event with the questions it asks or compares, as stored. */
export interface EventFile extends StoredEvent {
  questions: Question[];
}

/** Askings in running order; questions each once, in the order in which they first come. */
export async function readEventFile(store: Store, id: EventId): Promise<EventFile> {
  const stored = await store.events.load(id);
  if (!stored) throw new Refused('NOT_FOUND', 'There is no such event.');
  const place = new Map<string, number>(stored.event.order.map((id, index) => [id, index]));
  const askings = stored.askings.toSorted(
    (a, b) => (place.get(a.asking.id) ?? 0) - (place.get(b.asking.id) ?? 0),
  );
  const asked = askings.map(({ asking }) => asking.questionId);
  const { questionId } = stored.stage;
  const ids = [
    ...new Set([...asked, ...comparedQuestions(stored.event.order), ...(questionId ? [questionId] : [])]),
  ];
  const found = await store.questions.many(ids);
  const questions = ids.flatMap((questionId) => found.find((question) => question.id === questionId) ?? []);
  return { ...stored, askings, questions };
}
