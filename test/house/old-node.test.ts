import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { importsOf, read } from './sources.ts';

// Builtins an old Node resolves: without `node:`, which came in 12.20.
const OLD_BUILTINS = ['child_process', 'crypto', 'fs', 'os', 'path'];

const files = reachedFrom(['scripts/start.mjs', 'scripts/test.mjs']);

test('start and test reach the modules of the set-up', () => {
  expect(files).toContain('scripts/set-up/node-version.mjs');
  expect(files).toContain('scripts/find-browser.mjs');
});

test.each(files)('%s parses as JavaScript of 2017', (file) => {
  expect(() => parseOld(read(file))).not.toThrow();
});

test.each(files)('%s imports only old builtins and its neighbours', (file) => {
  const foreign = importsOf(file).filter((to) => !OLD_BUILTINS.includes(to) && !to.startsWith('scripts/'));
  expect(foreign).toEqual([]);
});

test.each([
  'a?.b',
  'a ??= 1',
  'a ?? 1',
  'try {} catch {}',
  '({ ...a })',
  'await a',
  'import("./a.mjs")',
  'import.meta.url',
])('%s would be caught', (code) => {
  expect(() => parseOld(code)).toThrow();
});

function parseOld(code: string): unknown {
  return parse(code, { ecmaVersion: 2017, sourceType: 'module' });
}

function reachedFrom(entries: string[], seen: string[] = []): string[] {
  for (const file of entries) {
    if (seen.includes(file)) continue;
    seen.push(file);
    reachedFrom(
      importsOf(file).filter((to) => to.startsWith('scripts/')),
      seen,
    );
  }
  return seen;
}
