import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addOutside, aQuestionToCompare, idOf } from './outside.ts';
import { API_TOKEN, bearer, startRest, type RestApp } from './rest-app.ts';

let rest: RestApp;
let path: string;
beforeAll(async () => {
  rest = await startRest();
});
beforeEach(async () => {
  const { id } = await aQuestionToCompare(rest);
  path = `/data-points/${idOf(await addOutside(rest, id))}`;
});
afterAll(() => rest.close());

const starting = (start: string) =>
  Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from([0, 255, 10, 13])]);
const PNG = starting('\x89PNG\r\n\x1a\n');
const JPEG = starting('\xff\xd8\xff');

const put = (bytes: Buffer, type: string, name = 'poll.png', to = path) =>
  rest.call('PUT', `${to}/evidence?name=${encodeURIComponent(name)}`, bytes, {
    ...bearer(API_TOKEN),
    'content-type': type,
  });
/** The file as it is sent. */
const get = () =>
  rest.app.inject({ method: 'GET', url: `/api/v1${path}/evidence`, headers: bearer(API_TOKEN) });
const kept = async () => ((await rest.call('GET', path)).body as { evidence: unknown }).evidence;

describe('[DP11] evidence', () => {
  test.each([
    ['image/png', PNG, 'png'],
    ['image/jpeg', JPEG, 'jpg'],
    ['image/webp', starting('RIFF\x01\x02\x03\x04WEBP'), 'webp'],
    ['application/pdf', starting('%PDF-1.7'), 'pdf'],
  ])('%s comes back as a file, byte for byte', async (mediaType, bytes, ending) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const facts = {
      name: 'Poll, 2021 ü.jpeg',
      mediaType,
      size: bytes.length,
      sha256,
      addedAt: '2026-05-04T09:00:00.000Z',
    };
    expect(await put(bytes, mediaType, 'Poll, 2021 ü.jpeg')).toMatchObject({ status: 200, body: facts });
    expect(await kept()).toEqual(facts);
    const file = await get();
    expect(file.rawPayload.equals(bytes)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': mediaType,
      'content-disposition': `attachment; filename="Poll 2021 u.${ending}"; filename*=UTF-8''Poll%2C%202021%20%C3%BC.${ending}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    });
  });

  test('is what its bytes say where nothing better is said, and has a name', async () => {
    expect(await put(JPEG, 'application/octet-stream')).toMatchObject({ body: { mediaType: 'image/jpeg' } });
    const unnamed = { ...bearer(API_TOKEN), 'content-type': 'image/png' };
    expect((await rest.call('PUT', `${path}/evidence`, PNG, unnamed)).body).toMatchObject({
      name: 'evidence',
    });
  });

  test.each([
    ['is not what it is said to be', JPEG, 'image/png', /said to be PNG, but it is JPEG/],
    ['is a page', Buffer.from('<html><script>alert(1)</script>'), 'image/png', /This file is none of them/],
    [
      'is a picture that runs scripts',
      Buffer.from('<svg xmlns="…"/>'),
      'image/svg+xml',
      /This file is none of them/,
    ],
    ['is JSON', Buffer.from('{"a":1}'), 'application/json', /This file is none of them/],
    ['is empty', Buffer.alloc(0), 'image/png', /empty/],
  ])('a file that %s is refused, and what was there stays', async (_name, bytes, type, title) => {
    await put(PNG, 'image/png');
    const before = await kept();
    expect(await put(bytes, type)).toMatchObject({
      status: 422,
      body: { code: 'INVALID', title: expect.stringMatching(title) as string },
    });
    expect(await kept()).toEqual(before);
  });

  test('of more than 5 MB is refused with the limit named', async () => {
    const fits = Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024 - PNG.length)]);
    expect(await put(Buffer.concat([fits, Buffer.alloc(1)]), 'image/png')).toMatchObject({
      status: 413,
      body: { code: 'TOO_LARGE', title: expect.stringContaining('5 MB') as string },
    });
    expect(await kept()).toBeNull();
    expect(await put(fits, 'image/png')).toMatchObject({ status: 200 });
  });

  test('can be replaced and taken away; then there is none', async () => {
    await put(PNG, 'image/png');
    await put(JPEG, 'image/jpeg');
    expect(await kept()).toMatchObject({ mediaType: 'image/jpeg' });
    expect((await rest.call('DELETE', `${path}/evidence`)).status).toBe(204);
    expect(await kept()).toBeNull();
    for (const method of ['GET', 'DELETE'] as const)
      expect((await rest.call(method, `${path}/evidence`)).status).toBe(404);
  });

  test('stays when its result is corrected, and goes with it', async () => {
    await put(PNG, 'image/png');
    const patched = await rest.call('PATCH', path, { label: 'Corrected' });
    expect(patched.body).toMatchObject({ label: 'Corrected', evidence: { mediaType: 'image/png' } });
    await rest.call('DELETE', path);
    expect((await get()).statusCode).toBe(404);
  });

  test('of nothing is refused', async () => {
    expect((await put(PNG, 'image/png', 'x.png', '/data-points/nowhere')).status).toBe(404);
  });
});
