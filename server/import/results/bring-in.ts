import { newDataPoint } from '../../../shared/data-point-rules.ts';
import { dataPointBody, type DataPointBody } from '../../../shared/data-point-schema.ts';
import type { DataPoint } from '../../../shared/data-point.ts';
import { newId, type DataPointId, type QuestionId, type RandomBytes } from '../../../shared/ids.ts';
import type { Question } from '../../../shared/question.ts';
import type { BringInBody, BringInItem } from '../../../shared/result-file-schema.ts';
import type { UnderstoodFile, UnderstoodItem } from '../../../shared/result-file.ts';
import { Refused, type FieldError } from '../../../shared/result.ts';
import { fieldErrors } from '../../field-errors.ts';
import type { Store } from '../../store/store.ts';
import { refuseAgain } from './brought-in.ts';
import { bodyOfItem } from './item-body.ts';
import { questionOfItem } from './item-question.ts';

export interface Bringing {
  now: number;
  by: string | null;
  random: RandomBytes;
}

export interface BroughtIn {
  points: DataPoint[];
  /** Made for results that belong to none of ours. */
  questions: Question[];
}

/**
 * Keeps the chosen results of a file that was just read, so that what is stored is what the file says: all of them, or
 * none. Each refusal names its item (`items.0.…`) or what is to be said about the file (`about.…`).
 */
export async function bringIn(
  store: Store,
  file: UnderstoodFile,
  body: BringInBody,
  bringing: Bringing,
): Promise<BroughtIn> {
  const chosen = body.items.map((item, at) => ({ item, at, read: itemOf(file, item, at) }));
  refuseTwice(body.items);
  if (body.again !== true)
    await refuseAgain(
      store,
      file,
      chosen.map(({ read }) => read),
    );
  const brought: BroughtIn = { points: [], questions: [] };
  for (const { item, at, read } of chosen) {
    const { question, isNew } = await questionFor(store, item, read, { ...bringing, at });
    if (isNew) brought.questions.push(question);
    const said = bodyOfItem(file, read, item, body.about, question);
    brought.points.push(pointOf(file, checked(said, at), question, { ...bringing, at }));
  }
  await store.dataPoints.saveAll(brought.points, brought.questions, actOn(file, brought, bringing));
  return brought;
}

type BringingOne = Bringing & { at: number };

async function questionFor(
  store: Store,
  item: BringInItem,
  read: UnderstoodItem,
  { at, ...bringing }: BringingOne,
) {
  if (item.questionId === undefined)
    return { question: questionOfItem(item, read, at, bringing), isNew: true };
  const question = await store.questions.get(item.questionId as QuestionId);
  if (!question) throw refusedAt(`items.${at}.questionId`, 'There is no such question.');
  return { question, isNew: false };
}

function pointOf(
  { tool, file, sha256 }: UnderstoodFile,
  body: DataPointBody,
  question: Question,
  { now, by, random, at }: BringingOne,
): DataPoint {
  const made = newDataPoint(body, question, { id: newId<DataPointId>(random), now, by });
  if (made.ok) return { ...made.value.point, imported: { tool, file, sha256 } };
  const { code, message, errors = [] } = made.error;
  throw new Refused(code, message, { errors: errors.map((error) => placed(error, at)) });
}

function checked(said: unknown, at: number): DataPointBody {
  const parsed = dataPointBody.safeParse(said);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error.issues).map((error) => placed(error, at));
  throw new Refused('INVALID', errors[0]?.message, { errors });
}

/** Numbers are the item's, the rest was said about the whole file. */
function placed({ path, message }: FieldError, at: number): FieldError {
  const isOfItem = /^(results|optionsOffered|prompt|wording)/.test(path);
  return { path: isOfItem ? `items.${at}.${path}` : `about.${path}`, message };
}

function itemOf({ items, file }: UnderstoodFile, { index }: BringInItem, at: number): UnderstoodItem {
  const item = items.find((each) => each.index === index);
  if (!item) throw refusedAt(`items.${at}.index`, `${file} has no result ${index}.`);
  return item;
}

function refuseTwice(items: readonly BringInItem[]): void {
  const indexes = items.map(({ index }) => index);
  const at = indexes.findIndex((index, place) => indexes.indexOf(index) < place);
  if (at >= 0) throw refusedAt(`items.${at}.index`, 'This result is named twice.');
}

function actOn({ tool, file }: UnderstoodFile, { points, questions }: BroughtIn, { now, by }: Bringing) {
  const detail = {
    tool,
    file,
    dataPointIds: points.map(({ id }) => id),
    newQuestionIds: questions.map(({ id }) => id),
  };
  return { at: now, by, what: 'data-point:bring-in', eventId: null, detail };
}

function refusedAt(path: string, message: string): Refused {
  return new Refused('INVALID', message, { errors: [{ path, message }] });
}
