import { newDataPoint } from '../../shared/data-point-rules.ts';
import { dataPointBody, type DataPointBody } from '../../shared/data-point-schema.ts';
import type { DataPointId, OptionId, QuestionId } from '../../shared/ids.ts';
import type { Question } from '../../shared/question.ts';
import type { QuestionTypeName } from '../../shared/questions/question-type.ts';

export const NOW = Date.parse('2026-05-04T09:00:00Z');

/** A question with options `a`, `b`, `c` whose labels are A, B, C. */
export function aQuestion(type: QuestionTypeName = 'single'): Question {
  const options = ['a', 'b', 'c'].map((id) => ({ id: id as OptionId, label: id.toUpperCase() }));
  const version = {
    version: 1,
    prompt: 'Which?',
    options,
    settings: {},
    translations: {},
    change: null,
    createdAt: 1,
  };
  const id = 'question' as QuestionId;
  return { id, type, versions: [version], isPublic: false, createdAt: 1, updatedAt: 1 };
}

/** The body of a result from elsewhere, with 30 for A and 20 for B unless other fields are given. */
export function aBody(fields: object = {}): object {
  return {
    label: 'LPI event',
    when: { date: '2019-02', precision: 'month' },
    audience: 'Leaders of learning',
    results: [
      { label: 'A', count: 30 },
      { label: 'B', count: 20 },
    ],
    ...fields,
  };
}

export function parsed(fields: object = {}): DataPointBody {
  return dataPointBody.parse(aBody(fields));
}

export function made(fields: object = {}, question = aQuestion()) {
  return newDataPoint(parsed(fields), question, { id: 'point' as DataPointId, now: NOW, by: 'Ada' });
}
