import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOn } from './axe.ts';

/** In light, in dark, and with forced colours; and nothing sticks out at the side. */
export async function isFine(page: Page): Promise<void> {
  for (const look of [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    const forcedColors = look.forcedColors === 'active';
    expect(await violationsOn(page, { forcedColors }), JSON.stringify(look)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  const over = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(over).toBeLessThanOrEqual(0);
}
