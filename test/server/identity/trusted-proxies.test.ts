import { expect, test } from 'vitest';
import { isCidr, TrustedProxies } from '../../../server/identity/trusted-proxies.ts';

test.each(['10.0.0.0/8', '192.168.1.4', '127.0.0.1/32', '0.0.0.0/1', '::1', 'fd00::/8', '2001:db8::1/128'])(
  '%s is an address or a range',
  (text) => {
    expect(isCidr(text)).toBe(true);
  },
);

test.each([
  'proxy.example.org',
  'loopback',
  '10.0.0',
  '10.0.0.256',
  '10.0.0.0/',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
  '::1/129',
  '10.0.0.0/8 10.1.0.0/16',
  '*',
  'true',
  '1',
  '',
])('“%s” is none', (text) => {
  expect(isCidr(text)).toBe(false);
});

test.each(['0.0.0.0/0', '::/0'])('%s, everybody, is no proxy', (text) => {
  expect(isCidr(text)).toBe(false);
});

test('without proxies nobody is one', () => {
  expect(new TrustedProxies([]).has('127.0.0.1')).toBe(false);
});

test('a range holds its addresses, and ends where it ends', () => {
  const proxies = new TrustedProxies(['10.1.0.0/16', '192.168.1.4', 'fd00::/8']);
  expect(['10.1.0.1', '10.1.255.255', '192.168.1.4', 'fd12::3'].map((each) => proxies.has(each))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['10.2.0.1', '192.168.1.5', 'fe80::1', '::1'].map((each) => proxies.has(each))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('an IPv4 caller of a socket that listens on both families is the same caller', () => {
  const proxies = new TrustedProxies(['192.168.1.0/24']);
  expect(proxies.has('::ffff:192.168.1.7')).toBe(true);
  expect(proxies.has('::ffff:192.168.2.7')).toBe(false);
});

test.each(['', 'unknown', '192.168.1', '_hidden', '192.168.1.7:443'])(
  'what is no address (“%s”) is no proxy',
  (text) => {
    expect(new TrustedProxies(['0.0.0.0/1', '128.0.0.0/1']).has(text)).toBe(false);
  },
);
