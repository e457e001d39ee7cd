import type { RandomBytes } from '../../shared/ids.ts';
import { readKept, type KeptStore } from '../line/kept-store.ts';

const KEY = 'askagain.phones';
const SECRET_BYTES = 16;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * This phone's secret for an event, by its code: one random number that keeps it to one vote each. It is kept before it
 * is first sent, so that a reload while joining does not make a second voter.
 */
export function secretFor(code: string, store: KeptStore, random: RandomBytes): string {
  const kept = readKept<Record<string, string>>(store, KEY, {});
  const secret = kept[code] ?? base64url(random(SECRET_BYTES));
  if (kept[code] === undefined) store.set(KEY, JSON.stringify({ ...kept, [code]: secret }));
  return secret;
}

/** 128 bits as 22 letters. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    for (const shift of [18, 12, 6, 0]) text += LETTERS.charAt((bits >> shift) & 63);
  }
  return text.slice(0, Math.ceil((bytes.length * 4) / 3));
}

const TICKETS_KEY = 'askagain.tickets';

/** The ticket with which this phone comes to an event: the one just scanned, which is kept, else the one that was. */
export function ticketFor(code: string, store: KeptStore, scanned: string | undefined): string | undefined {
  const kept = readKept<Record<string, string>>(store, TICKETS_KEY, {});
  if (scanned !== undefined) store.set(TICKETS_KEY, JSON.stringify({ ...kept, [code]: scanned }));
  return scanned ?? kept[code];
}

/** It was no ticket there. */
export function forgetTicket(code: string, store: KeptStore): void {
  const { [code]: _wrong, ...others } = readKept<Record<string, string>>(store, TICKETS_KEY, {});
  store.set(TICKETS_KEY, JSON.stringify(others));
}
