import fs from 'fs';
import path from 'path';

const TOOLS = [
  ['c++', 'g++', 'clang++'],
  ['make', 'gmake'],
  ['python3', 'python'],
];

const WHAT_TO_INSTALL = [
  'better-sqlite3 must be compiled on this machine, and what that takes is not installed. Install it, then run this again:',
  '  Debian, Ubuntu  apt-get install -y build-essential python3',
  '  Fedora, RHEL    dnf install -y gcc-c++ make python3',
  '  Alpine          apk add build-base python3',
  '  macOS           xcode-select --install',
  '  Windows         Visual Studio Build Tools with "Desktop development with C++", and Python 3',
].join('\n');

/** What to install, if npm's words say that compiling failed and the tools for it are missing. */
export function missingCompiler(said) {
  const hasAllTools = process.platform !== 'win32' && TOOLS.every((names) => names.some(isOnPath));
  return /gyp ERR|node-gyp|prebuild-install/.test(said) && !hasAllTools ? WHAT_TO_INSTALL : undefined;
}

function isOnPath(name) {
  return (process.env.PATH || '')
    .split(path.delimiter)
    .some((folder) => fs.existsSync(path.join(folder, name)));
}
