import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const isBuilt = !import.meta.url.endsWith('.ts');

/** A path from the package's own folder, whether this runs from source or from `dist/`. */
export function inPackage(path: string): string {
  return fileURLToPath(new URL(`${isBuilt ? '../../' : '../'}${path}`, import.meta.url));
}

/** The version in package.json. */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as { version: string };
  return version;
}
