import type { RandomBytes } from '../shared/ids.ts';
import type { Question } from '../shared/question.ts';
import { mustHavePictures } from './option-pictures.ts';
import { newQuestion } from './question-input.ts';
import type { Store } from './store/store.ts';

/** What a question is made with. */
export interface Making {
  store: Pick<Store, 'questions' | 'pictures'>;
  now: () => number;
  random: RandomBytes;
}

/** Stores a new question. Throws `Refused` for one that could not be asked. */
export async function addQuestion(
  { store, now, random }: Making,
  body: Parameters<typeof newQuestion>[0],
  by: string | null,
): Promise<Question> {
  const question = newQuestion(body, now(), random);
  await mustHavePictures(store, body.options ?? []);
  await store.questions.save(question, {
    at: now(),
    by,
    what: 'question:add',
    eventId: null,
    detail: { questionId: question.id },
  });
  return question;
}
