import { svelte } from '@sveltejs/vite-plugin-svelte';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
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
  plugins: [svelte({ configFile: join(root, 'svelte.config.js') }), pagesInDevelopment()],
  build: {
    outDir: join(root, 'dist/client'),
    // Two builds fill one folder.
    emptyOutDir: false,
    // Set on purpose: phones are old.
    target: ['safari15', 'chrome100', 'firefox100'],
    sourcemap: false,
    // The content policy allows no inline script and no data: font.
    // Only styles are fetched ahead: the names of every script behind every page weigh more than the trip they spare.
    modulePreload: { polyfill: false, resolveDependencies: (_page, files) => files.filter(isStyle) },
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages },
  },
  server: {
    proxy: {
      '/api': server,
      '/healthz': server,
      '/readyz': server,
      '/metrics': server,
      '/embed': server,
      '/q/': server,
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
      project('client', { setupFiles: ['test/client/english.ts'] }),
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

function isStyle(file: string): boolean {
  return file.endsWith('.css');
}

/** The addresses that server/pages.ts gives the pages, for `npm run dev`. */
function pagesInDevelopment(): Plugin {
  const pageOf = (path: string) => {
    if (/^\/(present|remote)(\/|$)/.test(path)) return '/present.html';
    if (/^\/organise(\/|$)/.test(path)) return '/organise.html';
    return /^\/(?!(api|healthz|readyz|metrics)$)[^/.@]*$/.test(path) ? '/vote.html' : undefined;
  };
  return {
    name: 'pages-in-development',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const isNavigation = request.headers.accept?.includes('text/html') ?? false;
        // Sources lie under the same names: /present/main.ts is no event.
        const page = isNavigation ? pageOf(pathname) : undefined;
        if (page) request.url = page;
        next();
      });
    },
  };
}

function project(name: string, more: object = {}) {
  return { extends: true as const, root, test: { name, include: [`test/${name}/**/*.test.ts`], ...more } };
}
