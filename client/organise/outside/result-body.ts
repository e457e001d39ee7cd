import type { DataPointBody, ResultBody } from '../../../shared/data-point-schema.ts';
import type { Exactness } from '../../../shared/data-point.ts';
import type { FieldError } from '../../../shared/result.ts';
import { unique } from '../parts/unique.ts';
import { readCount, readPercent } from './number-input.ts';
import type { ResultForm, ResultLine } from './result-draft.svelte.ts';
import { readWhen } from './when-input.ts';

/** Which fields stand beside an option, by how exact the numbers are. */
export const FIELDS: Record<Exactness, readonly ('count' | 'percent' | 'range' | 'words')[]> = {
  counts: ['count'],
  'percent-of-n': ['percent'],
  'percent-of-about-n': ['percent'],
  remembered: ['percent', 'range', 'words'],
  words: ['words'],
};

/** Whether n is known as "about": then it has a range. */
export function isAboutN(exactness: Exactness): boolean {
  return exactness !== 'counts' && exactness !== 'percent-of-n';
}

/** The form as the API takes it, with what is missing or cannot be read, by the API's own paths. */
export function resultBody(form: ResultForm): { body: DataPointBody; errors: FieldError[] } {
  const when = readWhen(form.when, form.precision);
  const lines = reportedLines(form);
  const body: DataPointBody = {
    label: form.label.trim(),
    when: when.ok ? when.when : { date: '1970-01-01', precision: 'day' },
    interim: form.interim,
    audience: form.audience.trim(),
    audienceTags: tagsOf(form.tags),
    reached: form.reached.trim() || null,
    askedBy: form.askedBy.trim() || null,
    method: form.method.trim() || null,
    prompt: form.prompt.trim() || null,
    wording: form.wording,
    optionsOffered: form.isOfferKnown ? offeredLines(form).map(({ label }) => label.trim()) : null,
    source: sourceOf(form),
    base: form.base,
    exactness: form.exactness,
    n: numberOrNull(readCount(form.n)),
    ...rangeOfN(form),
    results: lines.map((line) => resultOf(line, form.exactness)),
  };
  return {
    body,
    errors: [...missing(form), ...(when.ok ? [] : [at('when.date', when.problem)]), ...unread(form)],
  };
}

/** Those that were offered and have a name. */
export function offeredLines({ lines }: ResultForm): ResultLine[] {
  return lines.filter(({ isOffered, label }) => isOffered && label.trim() !== '');
}

/** Those of which something was reported: what is left empty is not known, and never zero. */
export function reportedLines(form: ResultForm): ResultLine[] {
  return offeredLines(form).filter((line) => isReported(line, form.exactness));
}

function isReported(line: ResultLine, exactness: Exactness): boolean {
  const fields = FIELDS[exactness];
  return (
    (fields.includes('count') && line.count.trim() !== '') ||
    (fields.includes('percent') && line.percent.trim() !== '') ||
    (fields.includes('range') && (line.low.trim() !== '' || line.high.trim() !== '')) ||
    (fields.includes('words') && line.words.trim() !== '')
  );
}

function resultOf(line: ResultLine, exactness: Exactness): ResultBody {
  const fields = FIELDS[exactness];
  const numbers: Record<string, number | undefined> = {
    count: fields.includes('count') ? readCount(line.count) : undefined,
    share: fields.includes('percent') ? shareOf(line.percent) : undefined,
    shareLow: fields.includes('range') ? shareOf(line.low) : undefined,
    shareHigh: fields.includes('range') ? shareOf(line.high) : undefined,
  };
  const words = fields.includes('words') ? line.words.trim() : '';
  return {
    label: line.label.trim(),
    ...(line.optionId === '' ? {} : { optionId: line.optionId }),
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => Number.isFinite(value))),
    ...(words === '' ? {} : { words }),
  };
}

/** What is no share stays out of the body: it is named among what is wrong. */
function shareOf(written: string): number | undefined {
  const share = readPercent(written);
  return share !== undefined && share <= 1 ? share : undefined;
}

function rangeOfN({ exactness, nLow, nHigh }: ResultForm): Pick<DataPointBody, 'nLow' | 'nHigh'> {
  if (!isAboutN(exactness)) return { nLow: null, nHigh: null };
  return { nLow: numberOrNull(readCount(nLow)), nHigh: numberOrNull(readCount(nHigh)) };
}

function numberOrNull(number: number | undefined): number | null {
  return number === undefined || Number.isNaN(number) ? null : number;
}

function sourceOf({ url, note }: ResultForm): DataPointBody['source'] {
  const source = { url: url.trim(), note: note.trim() };
  const said = Object.entries(source).filter(([, text]) => text !== '');
  return said.length === 0 ? null : Object.fromEntries(said);
}

function tagsOf(written: string): string[] {
  return unique(
    written
      .split(/[,;\n]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  );
}

function missing(form: ResultForm): FieldError[] {
  return [
    ...(form.label.trim() === '' ? [at('label', 'Give it a name: “LinkedIn poll”.')] : []),
    ...(form.audience.trim() === '' ? [at('audience', 'Say who was asked, in your own words.')] : []),
    ...(form.url.trim() === '' || /^https?:\/\/\S+$/i.test(form.url.trim())
      ? []
      : [at('source.url', 'Write a link as https://…')]),
    ...(reportedLines(form).length === 0
      ? [at('results', 'Nothing is reported yet: fill in at least one option.')]
      : []),
  ];
}

/** Numbers that are none, at the field where they stand. */
function unread(form: ResultForm): FieldError[] {
  const fields = FIELDS[form.exactness];
  const ofLines = reportedLines(form).flatMap((line, index) => {
    const path = `results.${index}`;
    return [
      ...(fields.includes('count') ? noCount(line.count, `${path}.count`) : []),
      ...(fields.includes('percent') ? noPercent(line.percent, `${path}.share`) : []),
      ...(fields.includes('range') ? noPercent(line.low, `${path}.shareLow`) : []),
      ...(fields.includes('range') ? noPercent(line.high, `${path}.shareHigh`) : []),
    ];
  });
  const about = isAboutN(form.exactness)
    ? [...noCount(form.nLow, 'nLow'), ...noCount(form.nHigh, 'nHigh')]
    : [];
  return [...noCount(form.n, 'n'), ...about, ...ofLines];
}

function noCount(written: string, path: string): FieldError[] {
  return Number.isNaN(readCount(written)) ? [at(path, 'Write a whole number.')] : [];
}

function noPercent(written: string, path: string): FieldError[] {
  const share = readPercent(written);
  if (share !== undefined && share > 1) return [at(path, 'More than 100 % is not possible.')];
  return Number.isNaN(share) ? [at(path, 'Write a percentage: 38 or 37.5.')] : [];
}

function at(path: string, message: string): FieldError {
  return { path, message };
}
