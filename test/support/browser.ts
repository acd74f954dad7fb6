import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** Widths that pages are looked at in: a desk, and a small telephone. */
export const DESKTOP = { width: 1280, height: 900 } as const;
export const TELEPHONE = { width: 375, height: 800 } as const;

/** A headless Chromium out of the npm package, with a profile of its own that goes when it is closed. */
export async function openBrowser(): Promise<{ readonly browser: Browser; close(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'svl-browser-'));
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox', '--disable-dev-shm-usage'],
    headless: true,
    env: { ...process.env, HOME: home },
  });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
