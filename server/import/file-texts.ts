import type { Question } from '../../shared/question.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { FieldError } from '../../shared/result.ts';
import type { ImportRows, StoredDecision } from '../store/store.ts';
import type { ParsedEventFile } from './event-schema.ts';

/** The decisions about texts in a file; an older one has only the own words that were shown, in their askings. */
export function textsOf({ askings, texts }: Pick<ParsedEventFile, 'askings' | 'texts'>): StoredDecision[] {
  const shown = askings.flatMap(({ id, openedAt, shownOthers }) =>
    shownOthers.map((text) => ({ askingId: id, text, shown: true, group: null, decidedAt: openedAt ?? 0 })),
  );
  return [...shown, ...texts] as StoredDecision[];
}

/** Each text of an asking is decided once, and by the name its type keeps it under. */
export function wrongTexts({ askings, questions, texts }: ImportRows): FieldError[] {
  const decided = new Set<string>();
  const keyOf = new Map(askings.map(({ asking }) => [asking.id, keyIn(questions, asking)]));
  return texts.flatMap(({ askingId, text }, index) => {
    const path = `texts.${index}`;
    const key = keyOf.get(askingId);
    if (!key) return [{ path: `${path}.askingId`, message: 'No such asking, or nothing is written to it.' }];
    if (key(text) !== text) return [{ path: `${path}.text`, message: 'A decision is not kept like that.' }];
    const name = `${askingId} ${text}`;
    if (decided.has(name)) return [{ path, message: 'This text is decided twice.' }];
    decided.add(name);
    return [];
  });
}

function keyIn(
  questions: readonly Question[],
  asking: { questionId: string },
): ((text: string) => string) | undefined {
  const question = questions.find(({ id }) => id === asking.questionId);
  return question && questionType(question.type).texts?.key;
}
