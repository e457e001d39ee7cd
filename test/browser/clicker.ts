import type { Page } from 'playwright-core';
import { setTimeout as after } from 'node:timers/promises';
import { expect } from 'vitest';
import { PRESS_APART_MS } from '../../shared/stage.ts';

export type Click = (key: string, until: () => Promise<unknown>) => Promise<void>;

/**
 * A clicker at this screen, pressed no faster than presses count, and again where the room still waits for what the press
 * should bring: as a presenter would.
 */
export function clickerAt(screen: Page): Click {
  let pressedAt = 0;
  return async (key, until) => {
    const isThere = async () => {
      await after(Math.max(0, pressedAt + PRESS_APART_MS + 50 - Date.now()));
      await screen.keyboard.press(key);
      pressedAt = Date.now();
      return until().then(
        () => true,
        () => false,
      );
    };
    await expect.poll(isThere, { timeout: 15_000 }).toBe(true);
  };
}
