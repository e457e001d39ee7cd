import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { refusal, Refused } from '../../shared/result.ts';
import { speakPlainly } from '../words-of-issues.ts';
import { alignmentRoutes } from './alignments.ts';
import { askingRoutes } from './askings.ts';
import { ballotRoutes } from './ballots.ts';
import { callerOf } from './caller-of.ts';
import { comparisonRoutes } from './comparisons.ts';
import type { RestContext } from './context.ts';
import { comparisonStopRoutes } from './comparison-stops.ts';
import { dataPointRoutes } from './data-points.ts';
import { comparisonFileRoutes } from './comparison-files.ts';
import { eventRoutes } from './events.ts';
import { evidenceRoutes } from './evidence.ts';
import { exportRoutes } from './exports.ts';
import { addIdempotency } from './idempotency.ts';
import { heldBackRoutes } from './held-back-words.ts';
import { importRoutes } from './imports.ts';
import { joinRoutes } from './join.ts';
import { acceptEmptyJson } from './json-body.ts';
import { machineRoutes } from './machine.ts';
import { notBuiltRoutes } from './not-built.ts';
import { pairingRoutes } from './pairings.ts';
import { pictureRoutes } from './pictures.ts';
import { peopleRoutes } from './people.ts';
import { postRoutes } from './posts.ts';
import { askedPostRoutes } from './asked-posts.ts';
import { stopRoutes } from './stops.ts';
import { onError, sendProblem, withProblems } from './problem.ts';
import { questionRoutes } from './questions.ts';
import { reachRoutes } from './reach.ts';
import { referencePage } from './reference-page.ts';
import { rehearsalRoutes } from './rehearsal.ts';
import { reportRoutes } from './reports.ts';
import { resultFileRoutes } from './result-files.ts';
import { resultRoutes } from './results.ts';
import { screenRoutes } from './screens.ts';
import { signInRoutes } from './sign-in.ts';
import { splitRoutes } from './splits.ts';
import { textRoutes } from './texts.ts';
import { ticketRoutes } from './tickets.ts';
import { tokenRoutes } from './tokens.ts';

interface Options {
  context: RestContext;
}

const NOUNS: FastifyPluginAsync<Options>[] = [
  signInRoutes,
  eventRoutes,
  comparisonStopRoutes,
  stopRoutes,
  rehearsalRoutes,
  askingRoutes,
  questionRoutes,
  joinRoutes,
  ballotRoutes,
  resultRoutes,
  textRoutes,
  splitRoutes,
  comparisonRoutes,
  dataPointRoutes,
  evidenceRoutes,
  pictureRoutes,
  alignmentRoutes,
  postRoutes,
  askedPostRoutes,
  peopleRoutes,
  ticketRoutes,
  tokenRoutes,
  screenRoutes,
  pairingRoutes,
  reachRoutes,
  machineRoutes,
  heldBackRoutes,
  exportRoutes,
  comparisonFileRoutes,
  reportRoutes,
  importRoutes,
  resultFileRoutes,
];

/** REST under `/api/v1`, its description at `/api/openapi.json` and, to read, at `/api`. Register it without a prefix. */
export const restPlugin: FastifyPluginAsync<Options> = async (app, { context }) => {
  speakPlainly();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(onError);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Askagain', version: context.config.version },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }, {}],
    },
    transform: (route) => withProblems(jsonSchemaTransform(route)),
  });
  await app.register((v1) => version1(v1, context), { prefix: '/api/v1' });
  app.get('/api/openapi.json', { schema: { hide: true } as object }, async () => app.swagger());
  app.get('/api', { schema: { hide: true } as object }, async (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').send(referencePage(app.swagger())),
  );
};

async function version1(app: FastifyInstance, context: RestContext): Promise<void> {
  app.decorateRequest('caller');
  app.decorateRequest('eventHost', null);
  app.decorateRequest('rights');
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, refusal('NOT_FOUND')));
  acceptEmptyJson(app);

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (
      context.identity.sourceOf({ ...request.headers, host: request.host }) === 'foreign' &&
      request.method !== 'GET'
    ) {
      throw new Refused('FORBIDDEN', 'This request comes from a page of another address. Nothing was done.');
    }
    request.rights = [];
    request.caller = await callerOf(context, request);
  });
  addIdempotency(app, context.now);

  for (const noun of NOUNS) await app.register(noun, { context });
  await app.register(notBuiltRoutes);
}
