import { MAX_ALT, MOST_PICTURE_BYTES, PICTURE_TYPES } from '../../../shared/picture.ts';

export interface FoundPicture {
  bytes: Blob;
  alt: string;
}

type Found = FoundPicture | { problem: string };

const PDF = 'application/pdf';

/** What the picker offers. */
export const PICTURE_FILES = [...PICTURE_TYPES, PDF].join(',');

/**
 * The pictures in some files, one after the other: each file itself, or each page of a PDF, drawn here. `alt` says what a
 * single file shows; of several, and of pages, their names do.
 */
export async function* picturesIn(files: readonly File[], alt: string): AsyncGenerator<Found> {
  for (const file of files) {
    const name = withoutEnding(file.name);
    if (file.type === PDF) yield* pagesOf(file, name);
    else yield pictureIn(file, files.length === 1 && alt !== '' ? alt : name);
  }
}

function pictureIn(file: File, alt: string): Found {
  if (!PICTURE_TYPES.some((type) => type === file.type))
    return { problem: `“${file.name}” is no picture: take a PNG, JPEG or WebP, or a PDF.` };
  if (file.size > MOST_PICTURE_BYTES) return { problem: `“${file.name}” has more than 8 MB.` };
  return { bytes: file, alt: alt.slice(0, MAX_ALT) };
}

async function* pagesOf(file: File, name: string): AsyncGenerator<Found> {
  try {
    // Half a megabyte that only whoever brings a PDF needs.
    const { pdfPages } = await import('./pdf-pages.ts');
    let page = 0;
    for await (const bytes of pdfPages(await file.arrayBuffer())) {
      page += 1;
      yield { bytes, alt: `${name.slice(0, MAX_ALT - 20)}, page ${page}` };
    }
  } catch {
    yield { problem: `The pages of “${file.name}” could not be drawn. Save it as pictures, and add those.` };
  }
}

function withoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]{2,5}$/i, '');
}
