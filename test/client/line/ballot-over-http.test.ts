import { afterEach, describe, expect, test, vi } from 'vitest';
import { ballotOverHttp, readBallotAnswer } from '../../../client/line/ballot-over-http.ts';
import type { AskingId } from '../../../shared/ids.ts';
import { ERRORS, type ErrorCode } from '../../../shared/result.ts';

describe('an answer of ours', () => {
  test('a receipt, its time read', () => {
    expect(readBallotAnswer({ revision: 2, castAt: '2026-05-04T10:00:00.123Z', saved: true })).toEqual({
      ok: true,
      value: { revision: 2, castAt: Date.UTC(2026, 4, 4, 10, 0, 0, 123), saved: true },
    });
  });

  test.each(Object.keys(ERRORS) as ErrorCode[])('a problem: %s', (code) => {
    const problem = { type: 'urn:x', title: 'So it is.', status: ERRORS[code].status, code };
    expect(readBallotAnswer(problem)).toEqual({ ok: false, error: { code, message: 'So it is.' } });
  });

  test('with what is stored', () => {
    const stored = { revision: 3, answer: { option: 'b' }, castAt: 5 };
    const problem = { title: 'Old.', status: 409, code: 'REVISION_STALE', stored };
    expect(readBallotAnswer(problem)).toMatchObject({ error: { code: 'REVISION_STALE', stored } });
  });
});

describe('what a network between answers in our name is no answer', () => {
  test.each([
    null,
    undefined,
    'Sign in to this network',
    [],
    {},
    { error: 'bad gateway' },
    { code: 502 },
    { code: 'toString' },
    { code: 'constructor', status: 500 },
    { code: 'NOT_FOUND', message: 'The deployment could not be found.' },
    { code: 'FORBIDDEN', status: 200 },
    { saved: 'true', revision: 1, castAt: '2026-05-04T10:00:00Z' },
    { saved: true, revision: 1 },
  ])('%o', (body) => expect(readBallotAnswer(body)).toBeUndefined());
});

describe('over the wire', () => {
  afterEach(() => void vi.unstubAllGlobals());
  const said = { prompt: 'W', words: [], saidAt: 1, triedAt: null };
  const entry = { askingId: 'x' as AskingId, revision: 2, answer: { option: 'a' }, ...said };

  test('it is sent with the voter’s token, and nothing but revision and answer', async () => {
    const fetched = vi.fn<typeof fetch>(() =>
      Promise.resolve(Response.json({ revision: 2, castAt: '2026-05-04T10:00:00Z', saved: true })),
    );
    vi.stubGlobal('fetch', fetched);
    expect(await ballotOverHttp(entry, 'token')).toMatchObject({ ok: true });
    const [address, init] = fetched.mock.calls[0] ?? [];
    expect(address).toBe('/api/v1/askings/x/ballot');
    expect(init).toMatchObject({ method: 'PUT', headers: { authorization: 'Bearer token' } });
    expect(init?.body).toBe('{"revision":2,"answer":{"option":"a"}}');
  });

  test.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a page instead of JSON', () => Promise.resolve(new Response('<html>'))],
  ])('%s is no answer, and nothing is thrown', async (_words, answer) => {
    vi.stubGlobal('fetch', answer);
    expect(await ballotOverHttp(entry, 'token')).toBeUndefined();
  });
});
