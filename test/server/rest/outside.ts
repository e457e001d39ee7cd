import { singleChoice, type Answer, type RestApp } from './rest-app.ts';

export interface OutsideQuestion {
  id: string;
  options: { id: string; label: string }[];
}

/** A question with the options Designer and Marketing. */
export async function aQuestionToCompare(
  { call }: RestApp,
  question = singleChoice(),
): Promise<OutsideQuestion> {
  return (await call('POST', '/questions', question)).body as OutsideQuestion;
}

/** What was remembered of an event in 2019: 30 for the designer, 20 for marketing, unless other fields are given. */
export function fromElsewhere(fields: object = {}): object {
  return {
    label: 'LPI event',
    when: { date: '2019-02', precision: 'month' },
    audience: 'Leaders of learning',
    results: [
      { label: 'Designer', count: 30 },
      { label: 'Marketing', count: 20 },
    ],
    ...fields,
  };
}

export function addOutside({ call }: RestApp, questionId: string, fields: object = {}): Promise<Answer> {
  return call('POST', `/questions/${questionId}/data-points`, fromElsewhere(fields));
}

export function idOf({ body }: Answer): string {
  return (body as { id: string }).id;
}
