import type { FastifyError } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { bringInBody, resultFileBody } from '../../shared/result-file-schema.ts';
import { refusal } from '../../shared/result.ts';
import { bringIn } from '../import/results/bring-in.ts';
import { everyQuestion } from '../import/results/every-question.ts';
import { givenFile, MOST_FILE_BYTES } from '../import/results/given-file.ts';
import { understand } from '../import/results/understand.ts';
import type { RestContext } from './context.ts';
import { byOf, guardOf } from './guard.ts';
import { onError, sendProblem } from './problem.ts';
import { broughtInSchema, broughtInView, understoodFileSchema } from './views/result-file-view.ts';

/** Base64 takes a third more than the bytes; beside it stands what is said about them. */
const MOST_BODY_BYTES = Math.ceil((MOST_FILE_BYTES * 4) / 3) + 256 * 1024;

/** Results of other tools by their files: first what was understood, then brought in. */
export const resultFileRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { store, hosts, now, random } = context;
  const { organiser: onRequest } = guardOf(context);
  app.setErrorHandler((error: FastifyError, request, reply) =>
    error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
      ? sendProblem(reply, refusal('TOO_LARGE', 'A file with results takes up to 5 MB. Nothing was stored.'))
      : onError(error, request, reply),
  );

  app.post(
    '/result-files/read',
    {
      onRequest,
      bodyLimit: MOST_BODY_BYTES,
      schema: { body: resultFileBody, response: { 200: understoodFileSchema } },
    },
    async ({ body }) => understand(givenFile(body), await everyQuestion(store)),
  );

  app.post(
    '/result-files/bring-in',
    {
      onRequest,
      bodyLimit: MOST_BODY_BYTES,
      schema: { body: bringInBody, response: { 201: broughtInSchema } },
    },
    async (request, reply) => {
      const { body } = request;
      // Read again: what is stored is what the file says, whatever the page made of it.
      const file = await understand(givenFile(body), []);
      const brought = await bringIn(store, file, body, { now: now(), by: byOf(request), random });
      await hosts.resultsChanged(brought.points.map(({ questionId }) => questionId));
      return reply.code(201).send(broughtInView(brought));
    },
  );
};
