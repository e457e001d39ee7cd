import { spawnSync } from 'child_process';
import fs from 'fs';
import path from 'path';
import { SetUpFailed, runQuietly, stage, tail } from './set-up/stage.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WHAT_TO_DO = [
  'The browser tests need Chrome or Chromium, and none was found.',
  '  Debian          apt-get install -y chromium (as root)',
  '  Ubuntu, Fedora  install google-chrome-stable from https://www.google.com/chrome',
  '  macOS, Windows  install Chrome from https://www.google.com/chrome',
  'Or set CHROME_PATH to the browser program. Then run this again.',
].join('\n');

/** The path of an installed Chrome or Chromium; on Debian, as root, it is installed when there is none. */
export async function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named && !isFile(named)) throw new SetUpFailed('CHROME_PATH names no file: ' + named);
  const found = named || installedBrowser();
  if (found) return found;
  if (mayInstall()) await stage('Installing chromium', installChromium);
  const installed = installedBrowser();
  if (!installed) throw new SetUpFailed(WHAT_TO_DO);
  return installed;
}

function installedBrowser() {
  const folders = (process.env.PATH || '').split(path.delimiter);
  const onPath = NAMES.reduce(
    (all, name) => all.concat(folders.map((folder) => path.join(folder, name))),
    [],
  );
  return onPath.concat(MAC_APPS, windowsApps()).find(isFile);
}

function windowsApps() {
  return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
}

function isFile(file) {
  return fs.existsSync(file) && fs.statSync(file).isFile();
}

/** Ubuntu's chromium package is only a stub for a snap, which does not run in a container. */
function mayInstall() {
  const isRoot = process.getuid !== undefined && process.getuid() === 0;
  const os = fs.existsSync('/etc/os-release') ? fs.readFileSync('/etc/os-release', 'utf8') : '';
  return isRoot && /^ID=debian$/m.test(os) && spawnSync('apt-get', ['--version']).status === 0;
}

async function installChromium() {
  const env = Object.assign({}, process.env, { DEBIAN_FRONTEND: 'noninteractive' });
  const updated = await runQuietly('apt-get', ['update'], { env: env });
  const ran =
    updated.code === 0 ? await runQuietly('apt-get', ['install', '-y', 'chromium'], { env: env }) : updated;
  if (ran.code !== 0)
    throw new SetUpFailed('chromium could not be installed:\n' + tail(ran.said, 8) + '\n' + WHAT_TO_DO);
}
