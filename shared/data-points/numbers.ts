import type { DataPointBody, ResultBody } from '../data-point-schema.ts';
import type { DataPoint, ReportedResult } from '../data-point.ts';
import type { OptionId } from '../ids.ts';
import type { FieldError } from '../result.ts';

/** What is read: the body, and whether everybody could choose several options. */
export interface Given {
  body: DataPointBody;
  isMultiple: boolean;
}

/** The numbers of a result as they are kept, with what is wrong with them and what a person should know. */
export interface Numbers extends Pick<DataPoint, 'exactness' | 'n' | 'nLow' | 'nHigh' | 'results'> {
  errors: FieldError[];
  warnings: FieldError[];
}

type Field = 'count' | 'share' | 'shareLow' | 'shareHigh' | 'words';

/** A result with its label, what it was said to be, its words, and these of its numbers. */
export function keeping(result: ResultBody, ...numbers: Field[]): ReportedResult {
  const { label, optionId } = result;
  const fields = ['words' as const, ...numbers].filter((field) => result[field] !== undefined);
  return {
    label,
    ...(optionId === undefined ? {} : { optionId: optionId as OptionId }),
    ...Object.fromEntries(fields.map((field) => [field, result[field]])),
  };
}

/** Names each of these fields that a result has and, with this exactness, cannot have. */
export function refusesFields({ results }: DataPointBody, fields: Field[], message: string): FieldError[] {
  return results.flatMap((result, index) =>
    fields
      .filter((field) => result[field] !== undefined)
      .map((field) => ({ path: `results.${index}.${field}`, message })),
  );
}

/** Names each result of which neither these numbers nor words are known. */
export function refusesSilence(
  { results }: DataPointBody,
  field: Field,
  isSaid: (result: ResultBody) => boolean,
  message: string,
): FieldError[] {
  return results.flatMap((result, index) =>
    isSaid(result) || result.words !== undefined ? [] : [{ path: `results.${index}.${field}`, message }],
  );
}

/** Whether every option that was offered is known to be among those of which this is said. */
export function isEveryOneSaid(
  { optionsOffered, results }: DataPointBody,
  isSaid: (result: ResultBody) => boolean,
): boolean {
  return (optionsOffered?.length ?? results.length) === results.filter(isSaid).length;
}
