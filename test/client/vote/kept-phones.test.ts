import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64url, secretFor } from '../../../client/vote/kept-phones.ts';
import { joinBody } from '../../../shared/schemas.ts';
import { keptIn } from '../line/kept.ts';

let next = 0;
const random = (length: number) => Uint8Array.from({ length }, () => (next += 7) % 256);

describe('a phone’s secret', () => {
  test('is kept before it is first sent, so that a reload makes no second voter', () => {
    const phone = new Map<string, string>();
    const secret = secretFor('K7M4QX', keptIn(phone), random);
    expect(JSON.stringify([...phone])).toContain(secret);
    expect(secretFor('K7M4QX', keptIn(phone), random)).toBe(secret);
  });

  test('differs from event to event, and knowing one loses no other', () => {
    const phone = keptIn(new Map());
    const secrets = ['AAAAAA', 'BBBBBB', 'AAAAAA', 'CCCCCC', 'BBBBBB'].map((code) =>
      secretFor(code, phone, random),
    );
    expect(new Set(secrets).size).toBe(3);
    expect([secrets[2], secrets[4]]).toEqual([secrets[0], secrets[1]]);
  });

  test('is one that the server takes', () => {
    const secret = secretFor('K7M4QX', keptIn(new Map()), random);
    expect(joinBody.safeParse({ code: 'K7M4QX', secret }).success).toBe(true);
  });

  test.each(['not JSON', 'null', '[]', '7'])('is new where %o is kept', (text) => {
    const phone = new Map([['askagain.phones', text]]);
    const secret = secretFor('K7M4QX', keptIn(phone), random);
    expect(secretFor('K7M4QX', keptIn(phone), random)).toBe(secret);
  });
});

test('base64url is that of everybody else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
  );
});
