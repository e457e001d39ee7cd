import type { DataPointBody } from './data-point-schema.ts';
import type { DataPoint, Exactness } from './data-point.ts';
import { readCounts } from './data-points/counts.ts';
import { refusesLabels } from './data-points/labels.ts';
import type { Given, Numbers } from './data-points/numbers.ts';
import { readAboutPercentages, readPercentages } from './data-points/percentages.ts';
import { readRemembered, readWords } from './data-points/remembered.ts';
import type { DataPointId } from './ids.ts';
import type { Question } from './question.ts';
import { questionType } from './questions/registry.ts';
import { ok, refused, type FieldError, type Result } from './result.ts';

const READ: Record<Exactness, (given: Given) => Numbers> = {
  counts: readCounts,
  'percent-of-n': readPercentages,
  'percent-of-about-n': readAboutPercentages,
  remembered: readRemembered,
  words: readWords,
};

/** A day has begun somewhere on Earth 14 hours before it begins in UTC. */
const FIRST_TO_SEE_A_DAY_MS = 14 * 3_600_000;

interface Making {
  id: DataPointId;
  now: number;
  by: string | null;
}

/**
 * A result from elsewhere as it is kept: percentages that can only be counts become counts, ranges nobody gave are
 * proposed, and every such step is a warning with its path. Refuses what contradicts itself, each refusal with its path.
 */
export function newDataPoint(
  body: DataPointBody,
  question: Question,
  making: Making,
): Result<{ point: DataPoint; warnings: FieldError[] }> {
  const { comparedBy, picks } = questionType(question.type);
  if (comparedBy !== 'shares')
    return refused('NOT_BUILT', 'Results from elsewhere are kept for choice questions only, so far.');
  const given = { body, isMultiple: picks === 'several' };
  const { errors: wrongNumbers, warnings, ...numbers } = READ[body.exactness](given);
  const errors = [...refusesFuture(body, making.now), ...refusesLabels(body, question), ...wrongNumbers];
  if (errors.length > 0) return refused('INVALID', errors[0]?.message, { errors });
  return ok({ point: { ...factsOf(body, question, making), ...numbers }, warnings });
}

function factsOf(
  body: DataPointBody,
  question: Question,
  { id, now, by }: Making,
): Omit<DataPoint, keyof Numbers> {
  return {
    id,
    questionId: question.id,
    label: body.label,
    when: body.when,
    interim: body.interim,
    audience: body.audience,
    audienceTags: body.audienceTags,
    reached: body.reached ?? null,
    askedBy: body.askedBy ?? null,
    method: body.method ?? '',
    prompt: body.prompt ?? null,
    wording: body.wording,
    optionsOffered: body.optionsOffered ?? null,
    source: sourceOf(body),
    base: body.base,
    imported: null,
    createdAt: now,
    createdBy: by,
  };
}

function sourceOf({ source }: DataPointBody): DataPoint['source'] {
  const { url, note } = source ?? {};
  if (url === undefined && note === undefined) return null;
  return { ...(url === undefined ? {} : { url }), ...(note === undefined ? {} : { note }) };
}

/** Known to the month or year, it may be the one that is running. */
function refusesFuture({ when }: DataPointBody, now: number): FieldError[] {
  const latest = new Date(now + FIRST_TO_SEE_A_DAY_MS).toISOString().slice(0, when.date.length);
  return when.date <= latest ? [] : [{ path: 'when.date', message: 'This date lies in the future.' }];
}
