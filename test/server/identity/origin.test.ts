import { describe, expect, test } from 'vitest';
import { isSafeForConsole } from '../../../server/identity/console-line.ts';
import { sourceOf } from '../../../server/identity/origin.ts';
import { readSession, sessionCookie } from '../../../server/identity/session-cookie.ts';

const PUBLIC = ['https://ask.example.org'];

describe('where a request comes from', () => {
  test.each([
    ['own', { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }],
    ['own', { origin: 'http://ask.local', host: 'ask.local:80' }],
    ['own', { origin: 'https://ask.local', host: 'ask.local:443' }],
    ['own', { origin: 'https://ask.example.org', host: '127.0.0.1:3000' }],
    ['own', { origin: 'http://ASK.local', host: 'ask.LOCAL' }],
    ['own', { 'sec-fetch-site': 'same-origin', host: 'ask.local' }],
    ['unsaid', { host: 'ask.local' }],
    ['unsaid', { 'sec-fetch-site': 'none', host: 'ask.local' }],
    ['foreign', { 'sec-fetch-site': 'same-site', host: 'ask.local' }],
    ['foreign', { 'sec-fetch-site': 'cross-site', host: 'ask.local' }],
    ['foreign', { origin: 'null', host: 'ask.local' }],
    ['foreign', { origin: '', host: 'ask.local' }],
    ['foreign', { origin: 'http://evil.example', host: 'ask.local' }],
    ['foreign', { origin: 'http://ask.local:81', host: 'ask.local' }],
    ['foreign', { origin: 'http://ask.local.evil.example', host: 'ask.local' }],
    ['foreign', { origin: 'http://ask.example.org', host: '127.0.0.1' }],
    ['foreign', { origin: 'https://ask.example.org.evil.example' }],
    ['foreign', { origin: 'http://ask.local' }],
  ])('%s: %j', (source, headers) => expect(sourceOf(headers, () => PUBLIC)).toBe(source));
});

describe('whether the console may be used', () => {
  test.each([
    [true, { isTls: true, address: '203.0.113.9', isForwarded: false }],
    [true, { isTls: false, address: '127.0.0.1', isForwarded: false }],
    [true, { isTls: false, address: '127.8.8.8', isForwarded: false }],
    [true, { isTls: false, address: '::1', isForwarded: false }],
    [true, { isTls: false, address: '::ffff:127.0.0.1', isForwarded: false }],
    [false, { isTls: false, address: '127.0.0.1', isForwarded: true }],
    [false, { isTls: false, address: '192.168.1.20', isForwarded: false }],
    [false, { isTls: false, address: '1.127.0.0', isForwarded: false }],
    [false, { isTls: false, address: '::ffff:10.0.0.1', isForwarded: false }],
  ])('%s: %j', (isSafe, line) => expect(isSafeForConsole(line)).toBe(isSafe));
});

describe('the cookie', () => {
  test('is found among others, and only whole', () => {
    expect(readSession('a=1; askagain_session=abc-_9; b=2')).toBe('abc-_9');
    for (const cookies of [
      undefined,
      '',
      'askagain_session',
      'askagain_session=',
      'xaskagain_session=1',
      'a',
    ])
      expect(readSession(cookies)).toBeUndefined();
  });

  test('is for this server’s own pages only, and Secure where there is TLS', () => {
    expect(sessionCookie('s', false)).toBe(
      'askagain_session=s; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000',
    );
    expect(sessionCookie('s', true)).toContain('; Secure');
    expect(sessionCookie(undefined, false)).toContain('Max-Age=0');
  });
});
