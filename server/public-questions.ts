import type { FastifyInstance, FastifyReply } from 'fastify';
import { join } from 'node:path';
import type { Comparison } from '../shared/comparison/comparison.ts';
import type { QuestionId } from '../shared/ids.ts';
import type { Question } from '../shared/question.ts';
import { questionType } from '../shared/questions/registry.ts';
import { loadComparison } from './comparisons.ts';
import { linkedFaces } from './report/faces.ts';
import { KeptForAMoment } from './report/kept-for-a-moment.ts';
import { publicPage } from './report/public-page.ts';
import { isSet } from './rest/params.ts';
import type { Store } from './store/store.ts';

interface Parts {
  store: Store;
  now: () => number;
  /** Where the built pages lie, with the face that these pages use. */
  pagesFolder: string;
  /** Origins that may frame the bare version. */
  embedAncestors: readonly string[];
  /** How a comparison is read; set by tests. */
  load?: typeof loadComparison;
}

/** So many at once may read one page without the store noticing more than the first of them. */
const KEPT = { ms: 10_000, most: 200 };
const MAX_AGE_S = 60;
const EVERYBODY = { isPublic: true, withoutPrivate: true };

/** `/q/QUESTION`: its comparison for everybody, where an organiser has said so. A code has no second part, so none is taken. */
export function addPublicQuestions(app: FastifyInstance, parts: Parts): void {
  const { store, now, pagesFolder, embedAncestors, load = loadComparison } = parts;
  const faces = linkedFaces(join(pagesFolder, 'assets'));
  const kept = new KeptForAMoment<Comparison>({ ...KEPT, now });

  app.get<{ Params: { id: string }; Querystring: { embed?: string } }>(
    '/q/:id',
    { schema: { hide: true } as object },
    async (request, reply) => {
      const question = await publicQuestion(store, request.params.id);
      if (!question) return notThere(reply);
      const key = `${question.id} ${question.updatedAt}`;
      const comparison = await kept.get(key, () => load({ store }, question, EVERYBODY));
      const isEmbedded = isSet(request.query.embed);
      const page = publicPage({
        comparison,
        faces,
        embed: isEmbedded ? { ancestors: embedAncestors } : undefined,
      });
      frame(reply, isEmbedded && embedAncestors.length > 0);
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', page.policy)
        .header('cache-control', `public, max-age=${MAX_AGE_S}`)
        .send(page.html);
    },
  );
}

/** Looked up each time: what was taken back is gone at once. */
async function publicQuestion({ questions }: Store, id: string): Promise<Question | undefined> {
  const question = await questions.get(id as QuestionId);
  const isShown = question?.isPublic && questionType(question.type).comparedBy === 'shares';
  return isShown ? question : undefined;
}

/** The older header knows no list of origins: where some may, only the policy speaks. */
function frame(reply: FastifyReply, isAllowed: boolean): void {
  if (isAllowed) void reply.removeHeader('x-frame-options');
  else void reply.header('x-frame-options', 'DENY');
}

/** The same whether there is no such question or it is nobody's business. */
function notThere(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
        '<title>Askagain: not here</title><main><h1>There is no such page</h1>' +
        '<p>Either nothing was ever here, or it is not shown to everybody.</p></main></html>',
    );
}
