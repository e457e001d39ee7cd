import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { freePort, startServer, type ServerProcess } from '../server-process.ts';

/** Started as root in a container, and never to talk to anybody but our server. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};
export const CONSOLE: BrowserContextOptions = { viewport: { width: 1280, height: 720 } };
export const SCREEN: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };

/** The built server and a browser, and everything on their pages that should not have happened. */
export interface World {
  server: ServerProcess;
  /** The console's one-time sign-in link, as printed. */
  signInLink: string;
  demoCode: string;
  newPage(options: BrowserContextOptions): Promise<Page>;
  /** Errors in consoles and pages, and requests to other machines, since the start. */
  wrongs: string[];
  close(): Promise<void>;
}

export async function startWorld(env: NodeJS.ProcessEnv = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'askagain-world-'));
  const server = await startServer({ folder, port: await freePort(), env });
  const executablePath = process.env['ASKAGAIN_BROWSER'] ?? (await findBrowser());
  const browser: Browser = await chromium.launch({ executablePath, args: ARGS });
  const wrongs: string[] = [];
  const found = (pattern: RegExp): string => pattern.exec(server.out())?.[1] ?? '';
  return {
    server,
    signInLink: found(/(http\S+sign-in=\S+)/),
    demoCode: found(/--code (\w{6})/),
    wrongs,
    async newPage(options) {
      const context = await browser.newContext(options);
      watch(context, wrongs);
      return context.newPage();
    },
    async close() {
      await browser.close();
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function watch(context: BrowserContext, wrongs: string[]): void {
  context.on('weberror', (error) => wrongs.push(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error')
      wrongs.push(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const isOurs =
      ['127.0.0.1', 'localhost'].includes(hostname) ||
      ['data:', 'blob:', 'about:', 'file:', 'chrome-error:'].includes(protocol);
    if (!isOurs) wrongs.push(`a request left the machine: ${request.url()}`);
  });
}

/** Joins by typing the code, as somebody without a camera does. */
export async function joinByCode(page: Page, url: string, code: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Six characters').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Join' }).click();
}

export async function vote(page: Page, label: string): Promise<void> {
  await page.locator('.choice', { hasText: label }).click();
  await page.getByRole('button', { name: 'Send my vote' }).click();
}
