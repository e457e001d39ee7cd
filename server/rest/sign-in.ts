import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import { Refused } from '../../shared/result.ts';
import { line } from '../../shared/schemas.ts';
import { INSECURE_CONSOLE } from '../identity/console-line.ts';
import { sessionCookie } from '../identity/session-cookie.ts';
import type { User } from '../store/store.ts';
import { isSafeLine } from './caller-of.ts';
import type { RestContext } from './context.ts';
import { userSchema, userView } from './views/user-view.ts';
import { noContent } from './params.ts';

const name = line(60);
const password = z.string().check(z.minLength(1), z.maxLength(1000));
const signInBody = z.union([
  z.strictObject({ token: z.string().check(z.maxLength(200)), name: z.optional(name) }),
  z.strictObject({ name, password }),
]);
const passwordBody = z.strictObject({ password, current: z.optional(z.string().check(z.maxLength(1000))) });
const me = z.object({ user: userSchema });

/** Coming in, who am I, going out. */
export const signInRoutes: FastifyPluginAsyncZod<{ context: RestContext }> = async (app, { context }) => {
  const { identity, store, now, config } = context;

  const welcome = async (request: FastifyRequest, reply: FastifyReply, user: User) => {
    void reply.header(
      'set-cookie',
      sessionCookie(await identity.people.startSession(user), request.protocol === 'https'),
    );
    await store.acts.add({
      at: now(),
      by: user.name,
      what: 'user:sign-in',
      eventId: null,
      detail: { userId: user.id },
    });
    return { user: userView(user) };
  };

  app.post('/sign-in', { schema: { body: signInBody, response: { 200: me } } }, async (request, reply) => {
    if (!config.allowInsecureConsole && !isSafeLine(request))
      throw new Refused('FORBIDDEN', INSECURE_CONSOLE);
    const { body } = request;
    const user =
      'token' in body
        ? await identity.people.useLink(body.token, body.name)
        : await identity.people.usePassword(body.name, body.password);
    // A reset link has ended the person's sessions.
    if ('token' in body) identity.revoked({ userId: user.id });
    return welcome(request, reply, user);
  });

  app.post('/sign-out', { schema: { response: noContent } }, async (request, reply) => {
    if (request.caller.kind === 'user') {
      await store.users.endSession(request.caller.sessionHash);
      identity.revoked({ userId: request.caller.user.id });
    }
    return reply
      .code(204)
      .header('set-cookie', sessionCookie(undefined, request.protocol === 'https'))
      .send(null);
  });

  app.get('/me', { schema: { response: { 200: me } } }, async (request) => ({
    user: userView(signedIn(request).user),
  }));

  app.put(
    '/me/password',
    {
      onRequest: async (request) => void signedIn(request),
      schema: { body: passwordBody, response: noContent },
    },
    async (request, reply) => {
      const { user, sessionHash } = signedIn(request);
      await identity.people.setPassword(user, request.body, sessionHash);
      identity.revoked({ userId: user.id });
      return reply.code(204).send(null);
    },
  );
};

function signedIn({ caller }: FastifyRequest) {
  if (caller.kind === 'user') return caller;
  throw new Refused(caller.kind === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}
