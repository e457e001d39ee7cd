import type { PhoneState } from '../line/phone-state.ts';

/** Whether a phone shows the wall: as its voter wished last, until the room moves on; else where the screen is. */
export class WallWish {
  #wish = $state.raw<{ moment: string; on: boolean }>();

  isOn(state: PhoneState | null): boolean {
    if (!state?.wall) return false;
    if (this.#wish?.moment === momentOf(state)) return this.#wish.on;
    return state.wall.isOnStage && state.askings.every((asking) => asking.state !== 'open');
  }

  wish(state: PhoneState | null, on: boolean): void {
    this.#wish = { moment: momentOf(state), on };
  }
}

/** A vote that opens or closes, and the wall that comes to the screen or goes, bring every phone along. */
function momentOf(state: PhoneState | null): string {
  const askings = (state?.askings ?? []).map(({ id, state: now }) => `${id} ${now}`);
  return [state?.wall?.isOnStage, ...askings].join(' ');
}
