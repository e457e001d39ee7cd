import type { LiveDesk } from '../ui/live-desk.svelte.ts';
import { toggleFullScreen } from './full-screen.ts';
import type { ScreenAct } from './screen-keys.ts';

export type Acts = Record<ScreenAct, () => unknown>;

/** What every key does on a page that follows the presenter; a page adds what it does otherwise. */
export function deskActs(desk: LiveDesk): Acts {
  return {
    pressNext: () => desk.pressNext(),
    pressBack: () => desk.pressBack(),
    toggleBars: () => desk.toggleBars(),
    toggleQr: () => desk.toggleQr(),
    moreTime: () => desk.moreTime(),
    toggleBlank: () => desk.toggleBlank(),
    goToLobby: () => desk.goToLobby(),
    toggleComparison: () => desk.toggleComparison(),
    fullScreen: toggleFullScreen,
    toggleHelp: () => undefined,
    nothing: () => undefined,
  };
}
