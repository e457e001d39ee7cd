import type { VoterSnapshot, VoterState } from '../../shared/messages.ts';
import type { LiveEventHost } from '../live-event-host.ts';
import { wallOnPhones } from './wall-on-phones.ts';
import { askingOnAir, eventOnAir, tickForRoom } from './on-air.ts';

/** What every phone of an event is shown: the same for all of them. */
export function voterState(host: LiveEventHost, now: number): VoterState {
  const asking = host.askingOnAir();
  return {
    version: host.version,
    serverTime: now,
    event: eventOnAir(host),
    asking: asking ? askingOnAir(host, asking) : null,
    heads: host.heads(asking?.id ?? null),
    tally: tickForRoom(host, asking),
    wall: wallOnPhones(host),
  };
}

/** The same with what this voter has stored. */
export function voterSnapshot(host: LiveEventHost, hash: string, now: number): VoterSnapshot {
  const state = voterState(host, now);
  return { ...state, mine: state.asking ? host.mine(hash, state.asking.id) : null };
}
