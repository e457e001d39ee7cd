import { spawn } from 'node:child_process';
import { join } from 'node:path';

// Pages come from Vite with hot reload, everything else from the server, which restarts when its sources change.
const root = join(import.meta.dirname, '..');
const port = process.env.PORT ?? '3000';
const env = {
  // So that the links that are printed lead to Vite's pages.
  ASKAGAIN_PUBLIC_URL: 'http://localhost:5173',
  ALLOW_INSECURE_CONSOLE: '1',
  HOST: '127.0.0.1',
  ...process.env,
  ASKAGAIN_DEV_SERVER: `http://127.0.0.1:${port}`,
};
const programs = [
  ['tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts', ...process.argv.slice(2)],
  ['vite/bin/vite.js'],
];
const children = programs.map(([program, ...args]) =>
  spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  }),
);
for (const child of children) {
  child.on('close', (code) => {
    for (const other of children) other.kill();
    process.exitCode ??= code ?? 1;
  });
}
