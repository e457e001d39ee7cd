import type { DataPointBody } from '../../../shared/data-point-schema.ts';
import { newDataPoint } from '../../../shared/data-point-rules.ts';
import type { DataPointId } from '../../../shared/ids.ts';
import { questionType } from '../../../shared/questions/registry.ts';
import type { Question } from '../../../shared/question.ts';
import type { FieldError } from '../../../shared/result.ts';
import type { QuestionView } from '../entities.ts';
import { drawnWords } from './drawn-words.ts';
import { resultBody } from './result-body.ts';
import type { ResultForm } from './result-draft.svelte.ts';

export interface CheckedResult {
  body: DataPointBody;
  /** Empty: it can be saved. */
  errors: FieldError[];
  /** What is made of a number at its field: "38 % of 50 is 19: kept as a count." */
  hints: FieldError[];
  /** How it will be drawn; empty while that is not known. */
  drawn: string[];
}

/** The form by the very rules the server has, so that a mistake is said while it is typed. */
export function checkResult(form: ResultForm, view: QuestionView, now: number): CheckedResult {
  const { body, errors } = resultBody(form);
  const question = questionOf(view);
  const made = newDataPoint(body, question, { id: '' as DataPointId, now, by: null });
  if (!made.ok) return { body, errors: joined(errors, made.error.errors ?? []), hints: [], drawn: [] };
  const { point, warnings } = made.value;
  const isSaying = body.results.length > 0;
  return {
    body,
    errors,
    hints: warnings,
    drawn: isSaying ? drawnWords(point, questionType(question.type).picks === 'several') : [],
  };
}

/** One message a field: what cannot be read comes before what does not add up. */
function joined(first: FieldError[], then: FieldError[]): FieldError[] {
  return [...first, ...then.filter(({ path }) => !first.some((error) => error.path === path))];
}

function questionOf(view: QuestionView): Question {
  return {
    id: view.id,
    type: view.type,
    isPublic: view.isPublic,
    versions: view.versions.map((version) => ({ ...version, createdAt: Date.parse(version.createdAt) })),
    createdAt: Date.parse(view.createdAt),
    updatedAt: Date.parse(view.updatedAt),
  };
}
