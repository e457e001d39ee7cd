import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { AskingId } from '../../shared/ids.ts';
import { questionType } from '../../shared/questions/registry.ts';
import { Refused } from '../../shared/result.ts';
import { splitOfAsking } from '../comparison/split-of-asking.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import type { RestContext } from './context.ts';
import { guardOf, hostOf } from './guard.ts';
import { idParam } from './params.ts';
import { optionResultSchema } from './views/results-view.ts';

const splitSchema = z.object({
  askingId: z.string(),
  by: z.object({ askingId: z.string(), prompt: z.string() }),
  groups: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      hidden: z.boolean(),
      n: z.nullable(z.int()),
      options: z.nullable(z.array(optionResultSchema)),
    }),
  ),
});

const splitQuery = z.object({ by: z.string().check(z.minLength(1), z.maxLength(60)) });

/** `GET /askings/:id/split?by=ASKING`: a result by what the same people said of themselves; groups under 5 hidden. */
export const splitRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const guard = guardOf(context);
  app.get(
    '/askings/:id/split',
    {
      onRequest: guard.asking('read', { person: true }),
      schema: { params: idParam, querystring: splitQuery, response: { 200: splitSchema } },
    },
    async (request) => {
      const host = hostOf(request);
      const of = askedIn(host, request.params.id);
      const by = askedIn(host, request.query.by);
      mustDescribe(by);
      mustBeLatest(host, by);
      return {
        askingId: of.asking.id,
        by: { askingId: by.asking.id, prompt: host.specOf(by.asking.id).prompt },
        groups: await splitOfAsking(context.store, of, by),
      };
    },
  );
};

function askedIn(host: LiveEventHost, id: string) {
  const asking = host.asking(id as AskingId);
  if (!asking) throw new Refused('NOT_FOUND', 'This question is not in the running order.');
  return { asking, question: host.questionOf(asking.id) };
}

/** Two askings of it part people in two ways, and a small group lies between them. */
function mustBeLatest(host: LiveEventHost, { asking }: ReturnType<typeof askedIn>): void {
  const asked = host
    .askings()
    .filter((each) => each.questionId === asking.questionId && each.openedAt !== null);
  const latest = asked.reduce(
    (late, each) => ((each.openedAt ?? 0) > (late.openedAt ?? 0) ? each : late),
    asking,
  );
  if (latest.id !== asking.id)
    throw new Refused('STATE_CONFLICT', 'This was asked again since: split by the latest time it was asked.');
}

/** Who chose several options would stand in several groups, and could be found where they overlap. */
function mustDescribe({ question }: ReturnType<typeof askedIn>): void {
  if (questionType(question.type).picks !== 'one')
    throw new Refused('STATE_CONFLICT', 'Only a question with one answer each can tell groups apart.');
}
