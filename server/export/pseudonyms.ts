import { createHmac } from 'node:crypto';
import type { VoterNumber } from '../../shared/ballot.ts';
import type { EventId, RandomBytes } from '../../shared/ids.ts';
import { newSecret } from '../identity/secrets.ts';
import type { Store } from '../store/store.ts';

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/** Gives a voter's name in exports. */
export type Pseudonym = (voter: VoterNumber) => string;

/**
 * Names that are the same in every export of an event, and tell neither who came first nor who the same phone is in
 * another event: made with a key that stays here. `v` and 50 bits, so that no spreadsheet takes one for a number.
 */
export async function pseudonymsOf(store: Store, eventId: EventId, random: RandomBytes): Promise<Pseudonym> {
  const key = await store.settings.putOnce('pseudonym-key', newSecret(random));
  return (voter) => {
    const bytes = createHmac('sha256', `${key}:${eventId}`).update(String(voter)).digest();
    return `v${[...bytes.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
  };
}
