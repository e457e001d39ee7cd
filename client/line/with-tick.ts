import type { Heads, TallyTick } from '../../shared/messages.ts';

/**
 * A state with a newer tally in it. Of the same asking the highest version wins and an older one is thrown away; a tally
 * of another asking than the state shows is a late one, and the state stays as it is.
 */
export function withTick<State extends { heads: Heads; tally: TallyTick | null }>(
  state: State,
  tick: TallyTick,
  shows: string | null | undefined,
): State {
  const before = state.tally;
  if (tick.askingId !== shows) return state;
  if (before?.askingId === tick.askingId && before.version >= tick.version) return state;
  return { ...state, tally: tick, heads: tick.heads };
}
