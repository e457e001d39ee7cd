import { createHash } from 'node:crypto';
import { MOST_PICTURE_BYTES } from '../../shared/picture.ts';
import type { FieldError } from '../../shared/result.ts';
import { usedPictures } from '../../shared/used-pictures.ts';
import { pictureMedia } from '../picture-media.ts';
import type { ImportRows, KeptPicture } from '../store/store.ts';

/** What is wrong with the pictures of a file: each is what it says it is, and none that is shown is missing. */
export function wrongPictures({
  event,
  questions,
  pictures,
}: Pick<ImportRows, 'event' | 'questions' | 'pictures'>): FieldError[] {
  const there = new Set(pictures.map(({ picture }) => picture.id));
  const missing = usedPictures(event, questions).filter((id) => !there.has(id));
  return [
    ...missing.map((id) => ({ path: 'pictures', message: `The picture ${id} is not in the file.` })),
    ...(there.size < pictures.length ? [{ path: 'pictures', message: 'A picture stands here twice.' }] : []),
    ...pictures.flatMap((each, at) =>
      wrongPicture(each).map(({ path, message }) => ({ path: `pictures.${at}.${path}`, message })),
    ),
  ];
}

function wrongPicture({ picture, bytes }: KeptPicture): FieldError[] {
  const wrong = (path: string, message: string): FieldError[] => [{ path, message }];
  if (bytes.length > MOST_PICTURE_BYTES) return wrong('bytes', 'This picture is too large to be kept.');
  if (bytes.length !== picture.size) return wrong('size', `These are ${bytes.length} bytes.`);
  if (createHash('sha256').update(bytes).digest('hex') !== picture.sha256)
    return wrong('sha256', 'This is not the SHA-256 of its bytes.');
  const media = pictureMedia(Buffer.from(bytes));
  const isSame =
    media?.mediaType === picture.mediaType &&
    media.width === picture.width &&
    media.height === picture.height;
  return isSame ? [] : wrong('mediaType', 'This is not what its bytes are.');
}
