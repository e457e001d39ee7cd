import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { EventId, RandomBytes } from '../../shared/ids.ts';

export const API_TOKEN_PREFIX = 'aak_';
export const SCREEN_TOKEN_PREFIX = 'asc_';

const SECRET_BYTES = 24;
const VOTER_BYTES = 16;

/** A new secret of 192 random bits: 32 letters of base64url after its prefix. */
export function newSecret(random: RandomBytes, prefix = ''): string {
  return prefix + Buffer.from(random(SECRET_BYTES)).toString('base64url');
}

/** A new voter's token: 128 random bits, 22 letters. */
export function newVoterToken(random: RandomBytes): string {
  return Buffer.from(random(VOTER_BYTES)).toString('base64url');
}

/** What is stored of a secret that is long and random: nothing can be guessed from its plain hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** A phone as the server knows it in one event: 22 letters that tell nothing about the same phone in another one. */
export function keyedVoterHash(key: string, eventId: EventId, token: string): string {
  return createHmac('sha256', `${key}:${eventId}`)
    .update(token)
    .digest()
    .subarray(0, VOTER_BYTES)
    .toString('base64url');
}
