import type { Question } from '../../../shared/question.ts';
import type { BringInItem } from '../../../shared/result-file-schema.ts';
import type { UnderstoodItem } from '../../../shared/result-file.ts';
import { Refused, type FieldError } from '../../../shared/result.ts';
import { questionBody } from '../../../shared/schemas.ts';
import { fieldErrors } from '../../field-errors.ts';
import { newQuestion } from '../../question-input.ts';
import type { Bringing } from './bring-in.ts';

/** A new question with the words and options of the file. Refuses one that could not be asked. */
export function questionOfItem(
  { prompt }: BringInItem,
  { prompt: said, kind, results }: UnderstoodItem,
  at: number,
  { now, random }: Bringing,
): Question {
  const asked = said ?? prompt;
  if (asked === undefined)
    throw refusedAt(at, [
      { path: 'prompt', message: 'The file does not say what was asked: write it here.' },
    ]);
  const options = results.map(({ label }) => ({ label }));
  const body = questionBody.safeParse({ type: kind, prompt: asked, options });
  if (!body.success) throw refusedAt(at, fieldErrors(body.error.issues));
  try {
    return newQuestion(body.data, now, random);
  } catch (error) {
    if (error instanceof Refused) throw refusedAt(at, error.refusal.errors ?? []);
    throw error;
  }
}

function refusedAt(at: number, errors: readonly FieldError[]): Refused {
  const placed = errors.map(({ path, message }) => ({ path: `items.${at}.${path}`, message }));
  return new Refused('INVALID', placed[0]?.message, { errors: placed });
}
