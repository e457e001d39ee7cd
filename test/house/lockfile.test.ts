import { expect, test } from 'vitest';
import { read } from './sources.ts';

interface Locked {
  version: string;
  resolved?: string;
}

const text = read('package-lock.json');
const packages = (JSON.parse(text) as { packages: Record<string, Locked> }).packages;

test('the lockfile names no registry', () => {
  expect(text).not.toContain('"resolved"');
});

test.each([
  ['engine.io', '6.6.10'],
  ['ws', '8.21.1'],
  ['socket.io-parser', '4.2.7'],
])('every %s in the lockfile is %s or newer', (name, least) => {
  const versions = Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => compare(version, least) < 0)).toEqual([]);
});

test('versions compare by number, not by letter', () => {
  expect(compare('6.6.9', '6.6.10')).toBeLessThan(0);
  expect(compare('7.0.0', '6.6.10')).toBeGreaterThan(0);
  expect(compare('6.6.10', '6.6.10')).toBe(0);
});

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10)));
  const differences = (left ?? []).map((part, at) => part - (right?.[at] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
