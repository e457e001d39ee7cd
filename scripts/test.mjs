import { spawn } from 'child_process';
import path from 'path';
import { findBrowser } from './find-browser.mjs';
import { buildWhatIsStale } from './set-up/build-what-is-stale.mjs';
import { runEntry } from './set-up/entry.mjs';
import { installWhatIsMissing } from './set-up/install.mjs';
import { withLock } from './set-up/lock.mjs';
import { SetUpFailed } from './set-up/stage.mjs';

runEntry(async (root) => {
  try {
    const browser = await findBrowser();
    const isBuilt = await withLock(root, () => setUp(root));
    return await runTests(root, browser, isBuilt);
  } catch (error) {
    process.on('exit', () => process.stdout.write('0 passed, 1 failed\n'));
    throw error;
  }
});

/** Whether it could be built; if not, that is one failure, and what needs no build is tested all the same. */
async function setUp(root) {
  await installWhatIsMissing(root);
  try {
    await buildWhatIsStale(root);
    return true;
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    process.stdout.write(error.message + '\n');
    return false;
  }
}

function runTests(root, browser, isBuilt) {
  const env = Object.assign({}, process.env, {
    ASKAGAIN_BROWSER: browser,
    ASKAGAIN_BUILD: isBuilt ? 'built' : 'failed',
  });
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
