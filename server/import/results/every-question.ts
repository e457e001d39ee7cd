import type { Question } from '../../../shared/question.ts';
import type { Store } from '../../store/store.ts';

const PAGE = 200;

/** All questions, newest change first. */
export async function everyQuestion(store: Store): Promise<Question[]> {
  const questions: Question[] = [];
  let after: string | null | undefined;
  do {
    const page = await store.questions.list({ limit: PAGE, ...(after ? { after } : {}) });
    questions.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return questions;
}
