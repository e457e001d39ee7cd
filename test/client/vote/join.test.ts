import { afterEach, describe, expect, test, vi } from 'vitest';
import { joinEvent, noEvent, problemWith } from '../../../client/vote/join.ts';

describe('what is wrong with a code as typed', () => {
  test.each(['K7M4QX', 'k7m 4qx', 'k7m-4qx'])('%o: nothing', (typed) =>
    expect(problemWith(typed)).toBeUndefined(),
  );

  test('too few or too many characters are counted, spaces left out', () => {
    expect(problemWith('K7M 4')).toBe('A code has six characters; this one has 4.');
    expect(problemWith('K7M 4QXX')).toBe('A code has six characters; this one has 7.');
    expect(problemWith('')).toBe('A code has six characters; this one has 0.');
  });

  test('one that no event can have gets the answer of an unknown one', () => {
    expect(problemWith('k7m 4q0')).toBe('No event is open under K7M 4Q0.');
    expect(noEvent('k7m-4qx')).toBe('No event is open under K7M 4QX.');
  });
});

describe('what the server says', () => {
  afterEach(() => void vi.unstubAllGlobals());
  const isLine = { problem: 'No connection at the moment. Your code is kept.', isLine: true };

  function answering(answer: () => Promise<Response>) {
    vi.stubGlobal('fetch', answer);
    return joinEvent('K7M4QX', 'secret');
  }

  test('in', async () => {
    const body = { eventId: 'e', voterToken: 'secret', title: 'E' };
    expect(await answering(() => Promise.resolve(Response.json(body)))).toEqual({ joined: body });
  });

  test('unknown', async () => {
    const problem = { code: 'NOT_FOUND', title: 'There is nothing here.', status: 404 };
    const answer = await answering(() => Promise.resolve(Response.json(problem, { status: 404 })));
    expect(answer).toEqual({ problem: 'No event is open under K7M 4QX.', isUnknown: true });
  });

  test('not now, in its own words', async () => {
    const problem = { code: 'BUSY', title: 'Very busy.', status: 503 };
    const answer = await answering(() => Promise.resolve(Response.json(problem, { status: 503 })));
    expect(answer).toEqual({ problem: 'Very busy.' });
  });

  test.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a sign-in page', () => Promise.resolve(new Response('<html>'))],
    ['a gateway’s JSON', () => Promise.resolve(Response.json({ error: 'bad gateway' }, { status: 502 }))],
    ['nothing', () => Promise.resolve(Response.json(null))],
  ])('%s says nothing about the code', async (_words, answer) => {
    expect(await answering(answer)).toEqual(isLine);
  });
});
