import crypto from 'crypto';
import fs from 'fs';
import path from 'path';
import { missingCompiler } from './compilers.mjs';
import { SetUpFailed, runQuietly, stage, tail } from './stage.mjs';

const NOT_OPENED =
  'better-sqlite3 was installed but does not open. If npm is set to ignore-scripts, allow them for this folder: npm rebuild better-sqlite3 --ignore-scripts=false';

/** Installs the packages when the lockfile, the Node or the machine is not the one they were installed for. */
export async function installWhatIsMissing(root) {
  const wanted = installHash(root);
  const file = path.join(root, 'node_modules', '.askagain-stamp');
  if (readText(file) === wanted) return;
  if (!(await isAsLocked(root))) await stage('Installing packages', () => install(root));
  fs.writeFileSync(file, wanted);
}

function installHash(root) {
  const machine = [process.versions.modules, process.platform, process.arch].join(' ');
  return crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .update(machine)
    .digest('hex');
}

/** Whether a person's own `npm ci` or `npm install` has already done the work. */
async function isAsLocked(root) {
  const here = readText(path.join(root, 'node_modules', '.package-lock.json'));
  if (here === undefined) return false;
  const locked = JSON.parse(readText(path.join(root, 'package-lock.json'))).packages;
  const installed = JSON.parse(here).packages;
  const isSame = Object.keys(locked)
    .filter((name) => name !== '' && !(locked[name].optional && !installed[name]))
    .every((name) => installed[name] !== undefined && installed[name].version === locked[name].version);
  return isSame && (await sqliteOpens(root)).code === 0;
}

async function install(root) {
  // Vite, Svelte and TypeScript are development packages: without them nothing can be built, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = npmCommand();
  const ran = await runQuietly(npm.command, npm.args.concat(args), { cwd: root, shell: npm.shell });
  if (ran.code !== 0)
    throw new SetUpFailed(missingCompiler(ran.said) || 'npm ci failed:\n' + tail(ran.said, 12));
  const opened = await sqliteOpens(root);
  if (opened.code !== 0) throw new SetUpFailed(NOT_OPENED);
}

function sqliteOpens(root) {
  return runQuietly(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
    cwd: root,
  });
}

/** The npm that runs this script, or else the one on the path, which Windows can only start through a shell. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running))
    return { command: process.execPath, args: [running], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
