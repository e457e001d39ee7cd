import type { FastifyPluginAsync } from 'fastify';
import { refusal } from '../../shared/result.ts';
import { problemSchema, sendProblem } from './problem.ts';

const ROUTES: [method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string][] = [
  ['GET', '/events/:id/stream'],
  ['GET', '/webhooks'],
  ['POST', '/webhooks'],
  ['DELETE', '/webhooks'],
  ['DELETE', '/webhooks/:id'],
];

/** Routes of the contract that have no code yet say so, whoever asks. */
export const notBuiltRoutes: FastifyPluginAsync = async (app) => {
  for (const [method, url] of ROUTES) {
    app.route({
      method,
      url,
      schema: { description: 'Not built yet.', response: { 501: problemSchema } } as object,
      onRequest: async (_request, reply) => sendProblem(reply, refusal('NOT_BUILT')),
      handler: async () => undefined,
    });
  }
};
