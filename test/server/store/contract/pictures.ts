import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PictureId } from '../../../../shared/ids.ts';
import { pictureStop } from '../../../../shared/live-event.ts';
import { LOBBY } from '../../../../shared/stage.ts';
import type { Store } from '../../../../server/store/store.ts';
import { anAct, anEvent, aPicture } from '../sample.ts';

export function describePictures(open: () => Promise<Store>): void {
  describe('pictures', () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const kept = async (fields = {}) => {
      const { picture, bytes } = aPicture(fields);
      await store.pictures.add(picture, bytes, anAct(null));
      return { picture, bytes };
    };
    const showing = async (...ids: PictureId[]) => {
      const event = anEvent({ order: ids.map(pictureStop) });
      await store.events.create(event, LOBBY, []);
      return event;
    };

    test('come back byte for byte, and by their facts alone', async () => {
      const [first, second] = [await kept(), await kept({ alt: '', width: 1920 })];
      const found = await store.pictures.get(first.picture.id);
      expect(found?.picture).toEqual(first.picture);
      expect(Buffer.from(found?.bytes ?? []).equals(Buffer.from(first.bytes))).toBe(true);
      expect(await store.pictures.many([second.picture.id, 'nobody' as PictureId, first.picture.id])).toEqual(
        [second.picture, first.picture],
      );
      expect(await store.pictures.get('nobody' as PictureId)).toBeUndefined();
    });

    test('go with the last event that shows them', async () => {
      const [shared, own] = [await kept(), await kept()];
      const first = await showing(shared.picture.id, own.picture.id);
      const second = await showing(shared.picture.id);
      await store.events.erase(first.id, anAct(null));
      expect(await store.pictures.many([shared.picture.id, own.picture.id])).toEqual([shared.picture]);
      await store.events.erase(second.id, anAct(null));
      expect(await store.pictures.many([shared.picture.id])).toEqual([]);
    });
  });
}
