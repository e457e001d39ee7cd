import { spawn } from 'child_process';
import path from 'path';
import { findBrowser } from './find-browser.mjs';
import { buildWhatIsStale } from './set-up/build-what-is-stale.mjs';
import { runEntry } from './set-up/entry.mjs';
import { installWhatIsMissing } from './set-up/install.mjs';
import { withLock } from './set-up/lock.mjs';

runEntry(async (root) => {
  const browser = await findBrowser();
  await withLock(root, async () => {
    await installWhatIsMissing(root);
    await buildWhatIsStale(root);
  });
  return runTests(root, browser);
});

function runTests(root, browser) {
  const env = Object.assign({}, process.env, { ASKAGAIN_BROWSER: browser });
  const program = path.join(root, 'scripts', 'run-tests.mjs');
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => settle(code === null ? 1 : code));
  });
}
