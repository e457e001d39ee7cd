import type { Result } from '../../../shared/result.ts';
import { api } from '../api.ts';
import type { PictureView } from '../entities.ts';

/** Keeps a picture on this machine, with the words that say what it shows. */
export function keepPicture(bytes: Blob, alt: string): Promise<Result<PictureView>> {
  const query = alt === '' ? '' : `?alt=${encodeURIComponent(alt)}`;
  return api.postBytes<PictureView>(`/pictures${query}`, bytes);
}
