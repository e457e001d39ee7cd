import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Files under a folder of the repository, as paths from its root with forward slashes. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** What a file imports: packages by name, files of the repository as paths from its root. */
export function importsOf(file: string, text = read(file)): string[] {
  return specifiers(scriptsOf(file, text)).map((name) =>
    name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)).replaceAll('\\', '/') : name,
  );
}

/** A Svelte file's scripts, or the whole of any other. */
function scriptsOf(file: string, text: string): string {
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

function specifiers(text: string): string[] {
  // Finds import, export … from, import() and import types alike, and none in comments or strings.
  const found = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const globs = [...text.matchAll(/import\.meta\.glob[^(]*\(\s*(\[[^\]]*\]|'[^']*')/g)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/'(\.[^']*)'/g)].map((inner) => inner[1] ?? ''),
  );
  return [...found, ...globs];
}
