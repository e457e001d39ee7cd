import { createHash } from 'node:crypto';
import type { Alignment } from '../../shared/alignment.ts';
import { newDataPoint } from '../../shared/data-point-rules.ts';
import { dataPointBody } from '../../shared/data-point-schema.ts';
import type { DataPoint } from '../../shared/data-point.ts';
import type { Question } from '../../shared/question.ts';
import type { FieldError } from '../../shared/result.ts';
import { mediaTypeOf, MOST_EVIDENCE_BYTES } from '../evidence-media.ts';
import { fieldErrors } from '../field-errors.ts';
import type { ImportRows, KeptEvidence } from '../store/store.ts';

/** What is wrong with results from elsewhere, their evidence and the alignments of a file. */
export function wrongOutside({
  questions,
  dataPoints,
  evidence,
  alignments,
}: Pick<ImportRows, 'questions' | 'dataPoints' | 'evidence' | 'alignments'>): FieldError[] {
  const questionOf = (id: string) => questions.find((question) => question.id === id);
  return [
    ...twice(
      'dataPoints',
      dataPoints.map(({ id }) => id),
    ),
    ...twice(
      'evidence',
      evidence.map((each) => each.evidence.dataPointId),
    ),
    ...twice(
      'alignments',
      alignments.map(({ questionId, revision }) => `${questionId}/${revision}`),
    ),
    ...dataPoints.flatMap((point, at) =>
      under(`dataPoints.${at}`, wrongPoint(point, questionOf(point.questionId))),
    ),
    ...evidence.flatMap((each, at) => under(`evidence.${at}`, wrongEvidence(each, dataPoints))),
    ...alignments.flatMap((each, at) =>
      under(`alignments.${at}`, wrongAlignment(each, questionOf(each.questionId))),
    ),
  ];
}

const NO_QUESTION = { path: 'questionId', message: 'Its question is not in the file.' };

/** The rules of one that is entered by hand; that it was not in the future is told by when it was entered. */
function wrongPoint(point: DataPoint, question: Question | undefined): FieldError[] {
  if (!question) return [NO_QUESTION];
  const body = dataPointBody.safeParse(sentOf(point));
  if (!body.success) return fieldErrors(body.error.issues);
  const { id, createdAt: now, createdBy: by } = point;
  const read = newDataPoint(body.data, question, { id, now, by });
  if (!read.ok) return read.error.errors ?? [{ path: '', message: read.error.message }];
  const isFirstDay = body.data.when.date === point.when.date;
  return isFirstDay ? [] : [{ path: 'when.date', message: 'This is not the first day of what it names.' }];
}

/** A data point as it would be sent. */
function sentOf({
  id: _id,
  questionId: _of,
  imported: _from,
  createdAt: _at,
  createdBy: _by,
  ...sent
}: DataPoint) {
  return { ...sent, method: sent.method || null };
}

function wrongEvidence({ evidence, bytes }: KeptEvidence, dataPoints: DataPoint[]): FieldError[] {
  const wrong = (path: string, message: string): FieldError[] => [{ path, message }];
  if (!dataPoints.some(({ id }) => id === evidence.dataPointId))
    return wrong('dataPointId', 'The result it belongs to is not in the file.');
  if (bytes.length > MOST_EVIDENCE_BYTES) return wrong('bytes', 'This file is too large to be kept.');
  if (bytes.length !== evidence.size) return wrong('size', `These are ${bytes.length} bytes.`);
  if (createHash('sha256').update(bytes).digest('hex') !== evidence.sha256)
    return wrong('sha256', 'This is not the SHA-256 of its bytes.');
  return mediaTypeOf(Buffer.from(bytes)) === evidence.mediaType
    ? []
    : wrong('mediaType', 'This is not what its bytes are.');
}

/** A result it names may be gone by now, an option never is. */
function wrongAlignment({ maps }: Alignment, question: Question | undefined): FieldError[] {
  if (!question) return [NO_QUESTION];
  const known = new Set(question.versions.flatMap(({ options }) => options.map(({ id }) => id)));
  return maps.flatMap(({ from, to }, at) => {
    const isKnown = [...('optionId' in from ? [from.optionId] : []), ...to].every((id) => known.has(id));
    return isKnown ? [] : [{ path: `maps.${at}`, message: 'The question has no such option.' }];
  });
}

function twice(path: string, ids: string[]): FieldError[] {
  const seen = new Set<string>();
  return ids.flatMap((id, at) => {
    if (seen.has(id)) return [{ path: `${path}.${at}`, message: 'This stands here twice.' }];
    seen.add(id);
    return [];
  });
}

function under(start: string, errors: FieldError[]): FieldError[] {
  return errors.map(({ path, message }) => ({ path: path ? `${start}.${path}` : start, message }));
}
