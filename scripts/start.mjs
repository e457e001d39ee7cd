import { spawn } from 'child_process';
import path from 'path';
import { buildWhatIsStale } from './set-up/build-what-is-stale.mjs';
import { runEntry } from './set-up/entry.mjs';
import { installWhatIsMissing } from './set-up/install.mjs';
import { withLock } from './set-up/lock.mjs';

const SIGNALS = { SIGINT: 2, SIGTERM: 15 };
const LOOK_MS = 250;

runEntry(async (root) => {
  await withLock(root, async () => {
    await installWhatIsMissing(root);
    await buildWhatIsStale(root);
  });
  return serve(root);
});

/** Hands over to the server until it ends. */
function serve(root) {
  const program = path.join(root, 'dist', 'server', 'main.js');
  const child = spawn(process.execPath, [program].concat(process.argv.slice(2)), { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both of us; the server decides when to go, and a second signal must not be lost on us.
  Object.keys(SIGNALS).forEach((signal) => process.on(signal, () => child.kill(signal)));
  endWithNpm(child);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => settle(code === null ? 128 + (SIGNALS[signal] || 9) : code));
  });
}

/** npm passes a signal on to the shell it started us with, which dies of it and tells nobody: the server would live on, unseen. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, LOOK_MS);
  timer.unref();
}
