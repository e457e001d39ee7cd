import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ROOT } from './sources.ts';

const PAGES = join(ROOT, 'dist/client');
if (!existsSync(join(PAGES, 'vote.html')))
  throw new Error('dist/client is missing: run "npm run build" before these tests.');

const MOST_BROTLI_KB = 36;
const MOST_GZIP_KB = 42;
const KB = 1000;

interface Loaded {
  path: string;
  text: string;
}

/** The page and all it loads before it can vote: its scripts and styles, and what those import; not what comes on demand. */
const loaded = loadedWith('/vote.html');

test(`a phone that can vote has loaded at most ${MOST_BROTLI_KB} kB (brotli) or ${MOST_GZIP_KB} kB (gzip)`, () => {
  const brotli = weigh(brotliCompressSync) / KB;
  const gzip = weigh(gzipSync) / KB;
  console.log(`the phone’s page: ${brotli.toFixed(1)} kB brotli, ${gzip.toFixed(1)} kB gzip`);
  expect(brotli).toBeLessThanOrEqual(MOST_BROTLI_KB);
  expect(gzip).toBeLessThanOrEqual(MOST_GZIP_KB);
});

test('it is a page with scripts and styles, all of them found', () => {
  expect(loaded.filter(({ path }) => path.endsWith('.js')).length).toBeGreaterThan(0);
  expect(loaded.filter(({ path }) => path.endsWith('.css')).length).toBeGreaterThan(0);
  expect(weigh((text) => text)).toBeGreaterThan(50 * KB);
});

// Words that survive minifying: names of properties, and texts.
test.each([
  ['a validator', /_zod|ZodError|invalid_type/],
  ['a chart kit', /d3-|scaleBand|scaleLinear|tickFormat/],
  ['a QR code', /qrcode|modulecount/i],
  ['Socket.IO’s own client', /tryAllTransports|randomizationFactor/],
  ['statistics', /newcombe|wilson/i],
])('it loads no part of %s', (_what, telltale) => {
  expect(loaded.filter(({ text }) => telltale.test(text)).map(({ path }) => path)).toEqual([]);
});

test('it fetches no font, and nothing from elsewhere', () => {
  for (const { path, text } of loaded) {
    expect([path, /@font-face|\.woff2?\b/.exec(text)?.[0]]).toEqual([path, undefined]);
    if (!path.endsWith('.js'))
      expect([path, /(url\(|src=|href=)["']?https?:/.exec(text)?.[0]]).toEqual([path, undefined]);
  }
});

function weigh(pack: (text: string) => Uint8Array | string): number {
  return loaded.reduce((sum, { text }) => sum + pack(text).length, 0);
}

function loadedWith(path: string, seen: Loaded[] = []): Loaded[] {
  if (seen.some((each) => each.path === path)) return seen;
  const text = readFileSync(join(PAGES, path), 'utf8');
  seen.push({ path, text });
  for (const next of path.endsWith('.html') ? linksOf(text) : importsOf(path, text)) loadedWith(next, seen);
  return seen;
}

function linksOf(html: string): string[] {
  const tags = html.match(/<script[^>]*>|<link[^>]*>/g) ?? [];
  return tags
    .filter((tag) => /^<script|rel="(modulepreload|stylesheet)"/.test(tag))
    .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
}

/** Static imports of minified code; `import(…)` is none. */
function importsOf(path: string, text: string): string[] {
  if (!path.endsWith('.js')) return [];
  const names = [...text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)].map(
    (match) => match[1] ?? '',
  );
  return names.map((name) => new URL(name, `http://x${path}`).pathname);
}
