import type * as z from 'zod/mini';
import { newId, newOptionId, type PictureId, type QuestionId, type RandomBytes } from '../shared/ids.ts';
import {
  specOf,
  type Question,
  type QuestionEdit,
  type QuestionSettings,
  type QuestionSpec,
  type QuestionVersion,
} from '../shared/question.ts';
import type { QuestionTypeName } from '../shared/questions/question-type.ts';
import { QUESTION_TYPES, questionType } from '../shared/questions/registry.ts';
import { Refused, type FieldError } from '../shared/result.ts';
import type { questionBody } from '../shared/schemas.ts';
import { withListIds } from '../shared/setting-lists.ts';
import { fieldErrors } from './field-errors.ts';

/** A new question out of what was sent. Refuses a type that is not built, and what could not be asked. */
export function newQuestion(body: z.infer<typeof questionBody>, now: number, random: RandomBytes): Question {
  const type = builtType(body.type);
  const options = (body.options ?? []).map(({ label, picture }) => ({
    id: newOptionId(random),
    label,
    ...(picture === undefined ? {} : { picture: picture as PictureId }),
  }));
  const content = {
    prompt: body.prompt,
    options,
    settings: storedSettings(type, body.settings ?? {}, {}, random),
  };
  return checked({
    id: newId<QuestionId>(random),
    type,
    versions: [{ version: 1, ...content, translations: {}, change: null, createdAt: now }],
    isPublic: false,
    createdAt: now,
    updatedAt: now,
  });
}

/**
 * Settings as they are stored: read as the type reads them, with an id for each thing they list. What it cannot read stays
 * as it was sent, for `checked` to refuse.
 */
export function storedSettings(
  name: QuestionTypeName,
  sent: QuestionSettings,
  { versions = [], change }: { versions?: QuestionVersion[]; change?: QuestionEdit['change'] },
  random: RandomBytes,
): QuestionSettings {
  const type = questionType(name);
  const read = type.settings.safeParse(sent);
  return read.success ? withListIds(read.data, type.lists ?? [], versions, change, random) : sent;
}

/** The question, when its newest version can be asked. */
export function checked(question: Question): Question {
  const errors = wrongWith(specOf(question));
  if (errors.length > 0) throw new Refused('INVALID', errors[0]?.message, { errors });
  return question;
}

/** What is wrong with a question, its settings included. */
export function wrongWith(spec: QuestionSpec): FieldError[] {
  const type = questionType(spec.type);
  const settings = type.settings.safeParse(spec.settings);
  if (settings.success) return type.refusesSpec(spec);
  return fieldErrors(settings.error.issues, ['settings']);
}

export function builtType(name: string): QuestionTypeName {
  if (!Object.hasOwn(QUESTION_TYPES, name))
    throw new Refused('NOT_BUILT', `Questions of the type ${name} are not built yet.`);
  return name as QuestionTypeName;
}
