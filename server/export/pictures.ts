import { usedPictures } from '../../shared/used-pictures.ts';
import type { Store } from '../store/store.ts';
import { iso } from '../times.ts';
import type { EventFile } from './event-file.ts';

/** The pictures an event shows, one by one: each may have some megabytes. */
export async function* pictureLines(
  { pictures }: Pick<Store, 'pictures'>,
  { event, questions }: EventFile,
): AsyncGenerator<string> {
  let isFirst = true;
  for (const id of usedPictures(event, questions)) {
    const kept = await pictures.get(id);
    if (!kept) continue;
    const { picture, bytes } = kept;
    const line = { ...picture, addedAt: iso(picture.addedAt), bytes: Buffer.from(bytes).toString('base64') };
    yield `${isFirst ? '' : ','}\n${JSON.stringify(line)}`;
    isFirst = false;
  }
}
