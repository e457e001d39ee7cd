import type { AskingId } from '../../shared/ids.ts';
import type { AskingOnAir, TallyTick, VoterState } from '../../shared/messages.ts';

/** What a phone was told, and the one asking of it that stands on its page. */
export interface PhoneState extends Omit<VoterState, 'tallies'> {
  asking: AskingOnAir | null;
  tally: TallyTick | null;
}

/** By the presenter's pace there is one at most; at its own a phone is where its voter went, or at the end (null). */
export function atAsking({ tallies, ...told }: VoterState, chosen: AskingId | null): PhoneState {
  const isOwn = told.event.pace === 'self';
  const asking = (isOwn ? told.askings.find(({ id }) => id === chosen) : told.askings[0]) ?? null;
  const tally = tallies.find(({ askingId }) => askingId === asking?.id) ?? null;
  return { ...told, asking, tally };
}

/**
 * A state with a newer tally in it: of an asking the highest version wins. A tally of an asking that is not told of is a
 * late one, and the state stays as it is.
 */
export function withTally(told: VoterState, tick: TallyTick): VoterState {
  const { askingId, version } = tick;
  const before = told.tallies.find((tally) => tally.askingId === askingId);
  const isKnown = told.askings.some(({ id }) => id === askingId);
  if (!isKnown || (before && before.version >= version)) return told;
  const others = told.tallies.filter((tally) => tally !== before);
  const heads = told.event.pace === 'self' ? told.heads : tick.heads;
  return { ...told, heads, tallies: [...others, tick] };
}
