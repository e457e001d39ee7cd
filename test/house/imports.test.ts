import { expect, test } from 'vitest';
import { filesUnder, importsOf } from './sources.ts';
import { against } from './who-imports-whom.ts';

const files = ['shared', 'server', 'client'].flatMap((folder) => filesUnder(folder, /\.(ts|svelte)$/));

test('every import keeps to who may import whom', () => {
  expect(files.length).toBeGreaterThan(0);
  const broken = files.flatMap((file) =>
    importsOf(file).flatMap((to) =>
      against(file, to) ? [`${file} imports ${to}: ${against(file, to)}`] : [],
    ),
  );
  expect(broken).toEqual([]);
});

test('relative imports are written with the extension of the file that is there', () => {
  const bare = files.flatMap((file) =>
    importsOf(file)
      .filter(
        (to) => /^(shared|server|client)\//.test(to) && !/\.(ts|svelte|css|svg|json|woff2)(\?\w+)?$/.test(to),
      )
      .map((to) => `${file} imports ${to}`),
  );
  expect(bare).toEqual([]);
});

test.each([
  ['shared/asking.ts', 'node:fs'],
  ['shared/asking.ts', 'server/app.ts'],
  ['shared/asking.ts', '@stdlib/stats-base-dists-normal'],
  ['server/app.ts', 'client/connection.svelte.ts'],
  ['client/connection.svelte.ts', 'server/app.ts'],
  ['client/ui/percent.ts', 'shared/stats/wilson.ts'],
  ['client/ui/percent.ts', 'client/vote/App.svelte'],
  ['client/vote/App.svelte', 'client/organise/api.ts'],
  ['server/rest/events.ts', 'server/live/fan-out.ts'],
  ['server/live/fan-out.ts', 'server/rest/events.ts'],
  ['server/app.ts', 'server/store/sqlite/open-sqlite-store.ts'],
  ['server/live-event-host.ts', 'better-sqlite3'],
  ['server/store/store.ts', 'server/config.ts'],
])('%s may not import %s', (file, to) => {
  expect(against(file, to)).toBeDefined();
});

test.each([
  ['shared/asking.ts', 'zod/mini'],
  ['shared/stats/compare.ts', '@stdlib/stats-base-dists-normal'],
  ['server/main.ts', 'server/store/sqlite/open-sqlite-store.ts'],
  ['server/cli/backup.ts', 'server/store/sqlite/open-sqlite-store.ts'],
  ['server/store/sqlite/reader.ts', 'better-sqlite3'],
  ['client/vote/App.svelte', 'client/ui/percent.ts'],
])('%s may import %s', (file, to) => {
  expect(against(file, to)).toBeUndefined();
});

test('imports are found in scripts of Svelte files, in types, and when dynamic, and not in comments', () => {
  const text = [
    '<script module lang="ts">import a from "./a.ts";</script>',
    '<script lang="ts">',
    'import type { B } from "../b.ts";',
    'export { c } from "./c.ts";',
    'const d = () => import("./d.ts");',
    '// import x from "./x.ts";',
    '</script><p>import y from "./y.ts"</p>',
  ].join('\n');
  const found = importsOf('client/ui/Any.svelte', text);
  expect(found.sort()).toEqual(['client/b.ts', 'client/ui/a.ts', 'client/ui/c.ts', 'client/ui/d.ts']);
});
