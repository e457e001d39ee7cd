import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Starts a thread; `script` is its file without an ending, beside `from`. From the build it is plain JavaScript; from
 * source (tests, `npm run dev`) the thread needs its own TypeScript loader.
 */
export function startThread(script: string, from: string, workerData?: unknown): Worker {
  if (!from.endsWith('.ts')) return new Worker(new URL(`${script}.js`, from), { workerData });
  // `--import tsx` registers itself in main threads only (as of 4.23), so the thread is told to.
  const tsx = pathToFileURL(createRequire(from).resolve('tsx/package.json'));
  const api = new URL('./dist/esm/api/index.mjs', tsx).href;
  const register = `data:text/javascript,import { register } from ${JSON.stringify(api)}; register();`;
  return new Worker(new URL(`${script}.ts`, from), { workerData, execArgv: ['--import', register] });
}
