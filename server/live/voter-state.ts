import type { AskingId } from '../../shared/ids.ts';
import type { VoterSnapshot, VoterState } from '../../shared/messages.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { wallOnPhones } from '../live-event/wall-on-phones.ts';
import { askingOnAir, eventOnAir, tickForRoom } from './on-air.ts';

/** What every phone of an event is shown: the same for all of them. */
export function voterState(host: LiveEventHost, now: number): VoterState {
  const askings = host.askingsOnAir();
  return {
    version: host.version,
    serverTime: now,
    event: eventOnAir(host),
    askings: askings.map((asking) => askingOnAir(host, asking)),
    heads: host.heads(oneOnAir(host)),
    tallies: askings.flatMap((asking) => tickForRoom(host, asking) ?? []),
    wall: wallOnPhones(host),
  };
}

/** The same with what this voter has stored. */
export function voterSnapshot(host: LiveEventHost, hash: string, now: number): VoterSnapshot {
  const state = voterState(host, now);
  return { ...state, mine: state.askings.flatMap(({ id }) => host.mine(hash, id) ?? []) };
}

/** The asking whose phones are counted for phones; at their own pace they are not one room. */
export function oneOnAir(host: LiveEventHost): AskingId | null {
  return host.isSelfPaced ? null : (host.askingOnAir()?.id ?? null);
}
