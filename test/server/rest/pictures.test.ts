import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPng } from '../a-picture.ts';
import { API_TOKEN, aRoom, bearer, singleChoice, startRest, type RestApp, type Room } from './rest-app.ts';

let rest: RestApp;
let room: Room;

beforeAll(async () => {
  rest = await startRest();
});
afterAll(() => rest.close());
beforeEach(async () => {
  room = await aRoom(rest);
});

const upload = (bytes: Buffer, alt = '', headers: Record<string, string> = bearer(API_TOKEN)) =>
  rest.call('POST', `/pictures${alt && `?alt=${encodeURIComponent(alt)}`}`, bytes, {
    ...headers,
    'content-type': 'image/png',
  });
const aPictureId = async (alt?: string) => ((await upload(aPng(), alt)).body as { id: string }).id;
const event = async (id = room.eventId) =>
  (await rest.call('GET', `/events/${id}`)).body as { order: string[] };
const addStop = (body: object) => rest.call('POST', `/events/${room.eventId}/stops`, body);

describe('a picture', () => {
  test('is what its bytes are, and anybody who has its id sees it as a picture', async () => {
    const bytes = aPng(640, 360);
    const kept = await upload(bytes, 'A chart');
    expect(kept).toMatchObject({
      status: 201,
      body: { mediaType: 'image/png', width: 640, height: 360, alt: 'A chart', size: bytes.length },
    });
    const { id, url } = kept.body as { id: string; url: string };
    expect(url).toBe(`/api/v1/pictures/${id}`);
    const file = await rest.app.inject({ method: 'GET', url });
    expect(file.rawPayload.equals(bytes)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': expect.stringMatching(/immutable/),
    });
  });

  test('is refused when it is none, and for those who do not organise', async () => {
    expect((await upload(Buffer.from('<svg/>'))).status).toBe(422);
    expect((await upload(Buffer.alloc(0))).status).toBe(422);
    expect((await upload(aPng(), '', {})).status).toBe(401);
    const large = Buffer.concat([aPng(), Buffer.alloc(9 * 1024 * 1024)]);
    expect(await upload(large)).toMatchObject({
      status: 413,
      body: { title: expect.stringMatching(/8 MB/) },
    });
    expect((await rest.call('GET', '/pictures/nobody', undefined, {})).status).toBe(404);
  });
});

describe('[PI1] a picture as a stop', () => {
  test('comes at the end or where it is put, and goes', async () => {
    const pictureId = await aPictureId('A chart');
    expect(await addStop({ kind: 'picture', pictureId, position: 0 })).toMatchObject({
      status: 201,
      body: { id: `picture:${pictureId}`, kind: 'picture' },
    });
    expect((await event()).order).toEqual([`picture:${pictureId}`, room.askingId]);
    const stop = `/events/${room.eventId}/stops/picture:${pictureId}`;
    expect((await rest.call('DELETE', stop)).status).toBe(204);
    expect((await event()).order).toEqual([room.askingId]);
  });

  test('must be one that is here', async () => {
    const wrong = { status: 422, body: { errors: [{ path: 'pictureId' }] } };
    expect(await addStop({ kind: 'picture', pictureId: 'nobody' })).toMatchObject(wrong);
    expect(await addStop({ kind: 'picture' })).toMatchObject(wrong);
  });

  test('stands on the stage when next comes to it, or somebody jumps there', async () => {
    const pictureId = await aPictureId();
    await addStop({ kind: 'picture', pictureId, position: 0 });
    const step = await rest.call('POST', `/events/${room.eventId}/step`, { press: 'next', version: 2 });
    expect(step.body).toMatchObject({ view: 'picture', pictureId, askingId: null });
    await rest.call('PUT', `/events/${room.eventId}/stage`, { view: 'lobby' });
    const put = await rest.call('PUT', `/events/${room.eventId}/stage`, { view: 'picture', pictureId });
    expect(put.body).toMatchObject({ view: 'picture', pictureId });
    const elsewhere = { view: 'picture', pictureId: await aPictureId() };
    expect((await rest.call('PUT', `/events/${room.eventId}/stage`, elsewhere)).status).toBe(404);
  });

  test('is known after a restart, and comes along with a copy', async () => {
    const pictureId = await aPictureId('A chart');
    await addStop({ kind: 'picture', pictureId });
    await rest.hosts.forget(room.eventId as never);
    const host = await rest.hosts.get(room.eventId as never);
    expect(host?.picture(pictureId as never).alt).toBe('A chart');
    const copy = (await rest.call('POST', `/events/${room.eventId}/copy`, {})).body as { id: string };
    expect((await event(copy.id)).order).toEqual([expect.any(String), `picture:${pictureId}`]);
  });
});

test('[PI3] a picture that was a stop once goes with the last event that had it', async () => {
  const pictureId = await aPictureId();
  const stop = (id: string) => `/events/${id}/stops/picture:${pictureId}`;
  const isThere = async () =>
    (await rest.call('GET', `/pictures/${pictureId}`, undefined, {})).status === 200;
  const erase = (id: string, title: string) => rest.call('POST', `/events/${id}/erase`, { title });
  await addStop({ kind: 'picture', pictureId });
  const copy = (await rest.call('POST', `/events/${room.eventId}/copy`, {})).body as { id: string };
  const { title } = (await rest.call('GET', `/events/${copy.id}`)).body as { title: string };
  await rest.call('DELETE', stop(room.eventId));
  expect((await erase(room.eventId, title)).status).toBe(204);
  expect(await isThere()).toBe(true);
  await rest.call('DELETE', stop(copy.id));
  expect((await erase(copy.id, title)).status).toBe(204);
  expect(await isThere()).toBe(false);
});

describe('[PI2] a picture on an option', () => {
  const withPicture = async () => {
    const picture = await aPictureId('A designer');
    const options = [{ label: 'Designer', picture }, { label: 'Marketing' }];
    const made = await rest.call('POST', '/questions', singleChoice({ options }));
    return { picture, question: made.body as { id: string; options: { id: string; picture?: string }[] } };
  };

  test('is kept by an edit that does not name it, and taken away by null', async () => {
    const { picture, question } = await withPicture();
    expect(question.options[0]?.picture).toBe(picture);
    const [first, second] = question.options;
    const patch = async (given: object) =>
      (
        await rest.call('PATCH', `/questions/${question.id}`, {
          options: [
            { id: first?.id, label: 'Design', ...given },
            { id: second?.id, label: 'Marketing' },
          ],
        })
      ).body as { options: { picture?: string }[] };
    expect((await patch({})).options[0]?.picture).toBe(picture);
    expect((await patch({ picture: null })).options[0]?.picture).toBeUndefined();
  });

  test('must be one that is here', async () => {
    const options = [{ label: 'Designer', picture: 'nobody' }, { label: 'Marketing' }];
    expect(await rest.call('POST', '/questions', singleChoice({ options }))).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'options.0.picture' }] },
    });
  });

  test('goes out with an event that shows it and comes back, byte for byte', async () => {
    const { picture, question } = await withPicture();
    await rest.call('POST', `/events/${room.eventId}/askings`, { questionId: question.id });
    const stop = await aPictureId('Slide 1');
    await addStop({ kind: 'picture', pictureId: stop });
    const text = (await rest.call('GET', `/events/${room.eventId}/export.json`)).text;
    const file = JSON.parse(text) as { pictures: { id: string; sha256: string }[] };
    expect(file.pictures.map(({ id }) => id)).toEqual([stop, picture]);
    const other = await startRest();
    try {
      const lost = { ...file, pictures: file.pictures.slice(1) };
      expect((await other.call('POST', '/import', lost)).status).toBe(422);
      const wrong = { ...file, pictures: file.pictures.map((each) => ({ ...each, sha256: '0'.repeat(64) })) };
      expect((await other.call('POST', '/import', wrong)).status).toBe(422);
      expect((await other.call('POST', '/import', file)).status).toBe(200);
      expect((await other.call('GET', `/events/${room.eventId}/export.json`)).text).toBe(text);
    } finally {
      await other.close();
    }
  });
});
