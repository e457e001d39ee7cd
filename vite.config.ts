import { svelte } from '@sveltejs/vite-plugin-svelte';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const ALL_PAGES = 'vote,present,organise';
// Pages of one build share chunks, and what only one of them uses of Svelte or of our own comes to all: build.mjs builds
// the phone's page by itself, because its download counts.
const pages = (process.env['ASKAGAIN_PAGES'] ?? ALL_PAGES)
  .split(',')
  .map((page) => join(root, 'client', `${page}.html`))
  .filter(existsSync);
// Where `npm run dev` has started the server.
const server = process.env['ASKAGAIN_DEV_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: join(root, 'client'),
  plugins: [svelte({ configFile: join(root, 'svelte.config.js') })],
  build: {
    outDir: join(root, 'dist/client'),
    // Two builds fill one folder.
    emptyOutDir: false,
    // Set on purpose: phones are old.
    target: ['safari15', 'chrome100', 'firefox100'],
    sourcemap: false,
    // The content policy allows no inline script and no data: font.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages },
  },
  server: {
    proxy: {
      '/api': server,
      '/healthz': server,
      '/readyz': server,
      '/socket.io': { target: server, ws: true },
    },
  },
  test: {
    root,
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      project('shared'),
      project('server', { testTimeout: 15_000 }),
      project('client'),
      project('house', { testTimeout: 30_000 }),
      project('browser', {
        testTimeout: 60_000,
        hookTimeout: 60_000,
        pool: 'forks',
        fileParallelism: false,
        maxWorkers: 1,
        // After the others: a browser and two busy workers starve each other on two cores.
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});

function project(name: string, more: object = {}) {
  return { extends: true as const, root, test: { name, include: [`test/${name}/**/*.test.ts`], ...more } };
}
