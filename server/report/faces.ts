import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPackage } from '../package-files.ts';

/** A file of the face: built ones carry a hash in their name. */
interface FaceFile {
  name: RegExp;
  range: string;
}

const LATIN: FaceFile = {
  name: /^schibsted-grotesk-latin-wght-normal(-[\w-]+)?\.woff2$/,
  range:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,' +
    'U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
};
const LATIN_EXT: FaceFile = {
  name: /^schibsted-grotesk-latin-ext-wght-normal(-[\w-]+)?\.woff2$/,
  range:
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,' +
    'U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
};
/** Letters the larger file is for. */
const BEYOND_LATIN = /[\u0100-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff]/;

const FOLDERS = ['dist/client/assets', 'client/ui/fonts'];
const known = new Map<FaceFile, string>();

/** The face inside the file, so that a report stands alone: only as much of it as these words need. */
export function embeddedFaces(words: string): string {
  const files = BEYOND_LATIN.test(words) ? [LATIN, LATIN_EXT] : [LATIN];
  return files.map(embedded).join('');
}

/** The face from an address of this server, for pages that are looked at here. */
export function linkedFaces(assetsFolder: string): string {
  return [LATIN, LATIN_EXT]
    .map((file) => {
      const name = nameIn(assetsFolder, file);
      return name === undefined ? '' : rule(`/assets/${name}`, file, 'swap');
    })
    .join('');
}

/** Without its file the system's face has to do. */
function embedded(file: FaceFile): string {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = FOLDERS.map(inPackage).flatMap((folder) => {
    const name = nameIn(folder, file);
    return name === undefined ? [] : [join(folder, name)];
  })[0];
  const data = found === undefined ? undefined : readFileSync(found).toString('base64');
  const css = data === undefined ? '' : rule(`data:font/woff2;base64,${data}`, file, 'block');
  known.set(file, css);
  return css;
}

function nameIn(folder: string, { name }: FaceFile): string | undefined {
  return existsSync(folder) ? readdirSync(folder).find((each) => name.test(each)) : undefined;
}

function rule(url: string, { range }: FaceFile, display: 'block' | 'swap'): string {
  return (
    `@font-face{font-family:'Schibsted Grotesk';src:url(${url}) format('woff2');font-weight:400 900;` +
    `font-display:${display};unicode-range:${range}}`
  );
}
