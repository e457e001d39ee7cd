import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands: a line for each thing. Under forced colours the system
 * chooses the colours, and axe reads those of before (-webkit-text-fill-color), so contrast is left out there.
 */
export async function violationsOn(page: Page, look: { forcedColors?: boolean } = {}): Promise<string[]> {
  await page.evaluate(AXE);
  // Colours on their way from one look to another are no look.
  await page.evaluate(
    'Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))',
  );
  const rules = { 'color-contrast': { enabled: look.forcedColors !== true } };
  const options = JSON.stringify({ runOnly: TAGS, rules });
  const found = (await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 240)}`,
    ),
  );
}
