import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type * as z from 'zod/mini';
import type { OptionId, PictureId, QuestionId, RandomBytes } from '../../shared/ids.ts';
import { editQuestion, latestVersion, type Question, type QuestionEdit } from '../../shared/question.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { ok, refused, Refused, type FieldError, type Result } from '../../shared/result.ts';
import { questionBody, questionPatch } from '../../shared/schemas.ts';
import { listedEver, listedIn } from '../../shared/setting-lists.ts';
import { addQuestion } from '../add-question.ts';
import { nameOf } from '../identity/caller.ts';
import { mustHavePictures } from '../option-pictures.ts';
import { checked, storedSettings } from '../question-input.ts';
import type { Store } from '../store/store.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';
import { idParam, pageQuery } from './params.ts';
import { unwrap } from './unwrap.ts';
import { timesAsked } from './times-asked.ts';
import { questionPageSchema, questionRow, questionSchema, questionView } from './views/question-view.ts';
import { wrongTranslations } from '../../shared/translations.ts';

export const questionRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, hosts } = context;
  const { organiser: onRequest } = guardOf(context);

  app.get(
    '/questions',
    { onRequest, schema: { querystring: pageQuery, response: { 200: questionPageSchema } } },
    async ({ query }) => {
      const page = await store.questions.list({
        limit: query.limit,
        ...(query.cursor === undefined ? {} : { after: query.cursor }),
      });
      const times = await store.askings.timesAsked(page.rows.map(({ id }) => id));
      return {
        items: page.rows.map((question, index) => questionRow(question, times[index] ?? 0)),
        cursor: page.next,
      };
    },
  );

  app.post(
    '/questions',
    { onRequest, schema: { body: questionBody, response: { 201: questionSchema } } },
    async (request, reply) => {
      const question = await addQuestion(context, request.body, byOf(request));
      return reply.code(201).send(questionView(question, []));
    },
  );

  app.get(
    '/questions/:id',
    { onRequest, schema: { params: idParam, response: { 200: questionSchema } } },
    async ({ params }) => {
      const question = await mustGet(store, params.id);
      return questionView(question, await timesAsked(context, question.id));
    },
  );

  app.patch(
    '/questions/:id',
    { onRequest, schema: { params: idParam, body: questionPatch, response: { 200: questionSchema } } },
    async ({ params, body, caller }) => {
      const edited = await hosts.editQuestion(() => editStored(context, params.id, body, nameOf(caller)));
      return questionView(unwrap(edited), await timesAsked(context, params.id as QuestionId));
    },
  );
};

export async function mustGet(store: Store, id: string): Promise<Question> {
  const question = await store.questions.get(id as QuestionId);
  if (!question) throw new Refused('NOT_FOUND', 'There is no such question.');
  return question;
}

/** No event changes meanwhile, so it is still unasked when the edit is stored if it was when that was read. */
async function editStored(
  { store, now, random }: RestContext,
  id: string,
  patch: z.infer<typeof questionPatch>,
  by: string | null,
): Promise<Result<Question>> {
  const question = await mustGet(store, id);
  const rehearsedIn = await store.askings.rehearsedIn(question.id);
  if (rehearsedIn !== undefined)
    return refused(
      'STATE_CONFLICT',
      `“${rehearsedIn}” is being rehearsed, and this question is open there or was. End the rehearsal, then change it.`,
    );
  const edit = editOf(question, patch, random);
  const edited = checked(editQuestion(question, edit, await wasAsked(store, question.id), now(), random));
  const errors = wrongTranslations(latestVersion(edited), patch.translations ?? {});
  if (errors.length > 0) throw new Refused('INVALID', undefined, { errors });
  if (edited === question) return ok(question);
  await mustHavePictures(store, patch.options ?? []);
  const detail = {
    questionId: question.id,
    version: latestVersion(edited).version,
    change: edit.change ?? null,
    ...(edited.isPublic === question.isPublic ? {} : { isPublic: edited.isPublic }),
  };
  await store.questions.save(edited, { at: now(), by, what: 'question:change', eventId: null, detail });
  return ok(edited);
}

/** Here, or elsewhere: the options that a result from elsewhere names must stay, too. */
async function wasAsked(store: Store, id: QuestionId): Promise<boolean> {
  const [elsewhere = 0] = await store.dataPoints.counts([id]);
  return elsewhere > 0 || (await store.askings.wasAsked(id));
}

/** An id in an edit says "this one again", so it must be one of the question's, and only once. */
function editOf(question: Question, body: z.infer<typeof questionPatch>, random: RandomBytes): QuestionEdit {
  const { versions, type } = question;
  const { settings, change } = body;
  const errors = wrongIds(
    'options',
    body.options ?? [],
    versions.flatMap(({ options }) => options),
  );
  for (const name of questionType(type).lists ?? [])
    errors.push(...wrongIds(`settings.${name}`, listedIn(settings ?? {}, name), listedEver(versions, name)));
  if (errors.length > 0) throw new Refused('INVALID', undefined, { errors });
  return {
    ...body,
    options: body.options?.map((option) => ({
      ...option,
      id: option.id as OptionId | undefined,
      picture: option.picture as PictureId | null | undefined,
    })),
    settings: settings && storedSettings(type, settings, { versions, change }, random),
  };
}

function wrongIds(
  path: string,
  given: readonly ({ id?: string | undefined } | null)[],
  ever: { id: string }[],
): FieldError[] {
  const known = new Set<string>(ever.map(({ id }) => id));
  const message = 'The question has nothing of this id, or it stands here twice.';
  return given.flatMap((each, at) =>
    each?.id === undefined || known.delete(each.id) ? [] : [{ path: `${path}.${at}.id`, message }],
  );
}
