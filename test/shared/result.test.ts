import { ERROR_TITLES } from '../../shared/error-titles.ts';
import { expect, test } from 'vitest';
import { ERRORS, mayRetry, refused, Refused, type ErrorCode } from '../../shared/result.ts';

const LATER = ['RATE_LIMITED', 'INTERNAL', 'BUSY', 'RESTARTING', 'STORAGE_FULL'];

test.each(Object.keys(ERRORS) as ErrorCode[])('%s says what HTTP answers, and a sentence', (code) => {
  const { status } = ERRORS[code];
  const title = ERROR_TITLES[code];
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(600);
  expect(title).toMatch(/^[A-Z].*\.$/);
});

test('[LP9] an outbox may try again only what can succeed later', () => {
  const codes = Object.keys(ERRORS) as ErrorCode[];
  expect(codes.filter(mayRetry)).toEqual(LATER);
});

test('what says "try again" to a program by its status says so by its code too', () => {
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    const isLater = [429, 500, 503, 507].includes(ERRORS[code].status);
    expect([code, mayRetry(code)]).toEqual([code, isLater]);
  }
});

test('a refusal has the sentence of its code unless it has a better one', () => {
  expect(refused('BUSY')).toEqual({
    ok: false,
    error: { code: 'BUSY', message: 'Very busy at the moment. Try again.' },
  });
  const refusal = new Refused('INVALID', 'Not so.', { errors: [{ path: 'title', message: 'Too long.' }] });
  expect(refusal.message).toBe('Not so.');
  expect(refusal.refusal).toEqual({
    code: 'INVALID',
    message: 'Not so.',
    errors: [{ path: 'title', message: 'Too long.' }],
  });
});
