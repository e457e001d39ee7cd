import type { PictureId } from '../shared/ids.ts';
import { Refused } from '../shared/result.ts';
import type { Store } from './store/store.ts';

/** Throws `INVALID` for an option with a picture that is not here. */
export async function mustHavePictures(
  { pictures }: Pick<Store, 'pictures'>,
  options: readonly { picture?: string | null | undefined }[],
): Promise<void> {
  const named = options.flatMap(({ picture }) => (picture ? [picture as PictureId] : []));
  if (named.length === 0) return;
  const there = new Set<string>((await pictures.many(named)).map(({ id }) => id));
  const errors = options.flatMap(({ picture }, at) =>
    picture && !there.has(picture)
      ? [{ path: `options.${at}.picture`, message: 'There is no such picture.' }]
      : [],
  );
  if (errors.length > 0) throw new Refused('INVALID', undefined, { errors });
}
