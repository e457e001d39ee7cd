import * as z from 'zod/mini';

type Issue = z.core.$ZodRawIssue;

/** What is wrong with a field, for the person who filled it in. A schema's own words come first. */
export function speakPlainly(): void {
  z.config({ customError: wordsOf });
}

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `This has to be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? 'This cannot be empty.'
        : `At least ${issue.minimum}${unitOf(issue.origin)}.`;
    case 'too_big':
      return `At most ${issue.maximum}${unitOf(issue.origin)}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `This has to be ${issue.values.map(String).join()}.`
        : `One of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `Not known here: ${issue.keys.join(', ')}.`;
    case 'invalid_union':
      return 'This fits none of the forms it may have.';
    default:
      return 'This does not fit.';
  }
}

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}
