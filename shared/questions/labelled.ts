import * as z from 'zod/mini';
import { isPlainText, NOT_PLAIN } from '../plain-text.ts';
import type { FieldError } from '../result.ts';

/** Something the settings of a question name: a criterion, a statement. Like an option it keeps its id over edits. */
export interface Labelled {
  id: string;
  label: string;
}

/** A text of one line within the settings. */
export const settingText = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.refine(isPlainText, NOT_PLAIN));

/** A list of labelled things, as it may be sent: those that are new have no id yet. */
export const labelledList = (longest: number) =>
  z.array(
    z.strictObject({
      id: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
      label: settingText(longest),
    }),
  );

/** What is wrong with such a list in a question: ids are missing or stand twice, or labels cannot be told apart. */
export function refusesList(list: readonly Labelled[], path: string): FieldError[] {
  const ids = new Set<string>();
  const labels = new Set<string>();
  return list.flatMap(({ id, label }, at) => {
    const isNamed = typeof id === 'string' && !ids.has(id);
    const isTold = !labels.has(label.toLowerCase());
    ids.add(id);
    labels.add(label.toLowerCase());
    return [
      ...(isNamed ? [] : [{ path: `${path}.${at}.id`, message: 'It needs an id of its own.' }]),
      ...(isTold ? [] : [{ path: `${path}.${at}.label`, message: `“${label}” stands there twice.` }]),
    ];
  });
}
