import { afterEach, expect, test, vi } from 'vitest';
import { api } from '../../client/organise/api.ts';

function answer(status: number, body: unknown): Response {
  return new Response(status === 204 ? null : JSON.stringify(body), { status });
}

function serve(...responses: Response[]) {
  const fetched = vi.fn<typeof fetch>();
  for (const response of responses) fetched.mockResolvedValueOnce(response);
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
  api.onUnauthenticated = () => {};
});

test('an answer comes back as a value, an empty one as null', async () => {
  serve(answer(200, { id: 'e1' }), answer(204, null));
  expect(await api.get('/events/e1')).toEqual({ ok: true, value: { id: 'e1' } });
  expect(await api.delete('/events/e1')).toEqual({ ok: true, value: null });
});

test('a problem comes back as its refusal, with what is wrong at each field', async () => {
  const errors = [{ path: 'title', message: 'Write a title.' }];
  serve(answer(422, { title: 'Some of that is not valid.', status: 422, code: 'INVALID', errors }));
  expect(await api.post('/events', {})).toEqual({
    ok: false,
    error: { code: 'INVALID', message: 'Some of that is not valid.', errors },
  });
});

test('an unreachable server is said in words, and may be tried again', async () => {
  vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError('failed')));
  const result = await api.get('/events');
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'BUSY', message: expect.stringContaining('cannot be reached') },
  });
});

test('a proxy’s page instead of an answer is still a refusal', async () => {
  serve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  expect(await api.get('/events')).toMatchObject({ ok: false, error: { code: 'BUSY' } });
});

test('every POST carries its own Idempotency-Key', async () => {
  const fetched = serve(answer(201, {}), answer(201, {}));
  await api.post('/events', { title: 'A' });
  await api.post('/events', { title: 'A' });
  const keys = fetched.mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key'));
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[0]).not.toBe(keys[1]);
});

test('a list is read page after page', async () => {
  const fetched = serve(
    answer(200, { items: [1, 2], cursor: 'c d' }),
    answer(200, { items: [3], cursor: null }),
  );
  expect(await api.all('/events?deleted=true')).toEqual({ ok: true, value: [1, 2, 3] });
  expect(fetched.mock.calls[1]?.[0]).toBe('/api/v1/events?deleted=true&cursor=c%20d');
});

test('the end of the session is told once, and not for a wrong password', async () => {
  const told = vi.fn();
  api.onUnauthenticated = told;
  serve(
    answer(401, { code: 'UNAUTHENTICATED', title: 'No.' }),
    answer(401, { code: 'UNAUTHENTICATED', title: 'Sign in first.' }),
  );
  await api.post('/sign-in', {});
  expect(told).not.toHaveBeenCalled();
  await api.get('/events');
  expect(told).toHaveBeenCalledOnce();
});
