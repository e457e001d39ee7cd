import crypto from 'crypto';
import fs from 'fs';
import path from 'path';

const FOLDERS = ['shared', 'server', 'client'];
const FILES = [
  'package-lock.json',
  'tsconfig.base.json',
  'svelte.config.js',
  'vite.config.ts',
  'scripts/build.mjs',
  'scripts/compress.mjs',
];

/** What the build is made of, as one hash of its contents: a checkout that only touches times builds nothing again. */
export function sourcesHash(root) {
  const hash = crypto.createHash('sha256');
  const names = FOLDERS.reduce((all, folder) => all.concat(filesUnder(root, folder)), FILES);
  names.forEach((name) => {
    const file = path.join(root, name);
    if (fs.existsSync(file))
      hash
        .update(name + '\0')
        .update(fs.readFileSync(file))
        .update('\0');
  });
  return hash.digest('hex');
}

function filesUnder(root, folder) {
  const full = path.join(root, folder);
  if (!fs.existsSync(full)) return [];
  return fs
    .readdirSync(full)
    .sort()
    .reduce((all, name) => {
      const inner = folder + '/' + name;
      return all.concat(
        fs.statSync(path.join(root, inner)).isDirectory() ? filesUnder(root, inner) : [inner],
      );
    }, []);
}
