import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, TELEPHONE } from '../support/browser.js';
import { barriers, KEEP_IN, pageInBrowser } from '../support/page-in-browser.js';
import { surfaceApp } from '../support/surface-app.js';
import { ORCHARDS, OrchardApi } from '../support/toy-routes.js';
import { TOY_TEMPLATES, ToyPage } from '../support/toy-page.js';

describe('the page kit in a browser', () => {
  let served: Awaited<ReturnType<typeof surfaceApp>> | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const notice = 'You act as Sam Osei, contract manager. Nobody signs in yet.';
    served = await surfaceApp({ controllers: [ToyPage, OrchardApi], providers: [{ provide: ORCHARDS, useValue: [] }] }, { notice, templateFolders: [TOY_TEMPLATES] });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(viewport: { width: number; height: number }, path: string) {
    const opened = await pageInBrowser(browser!, viewport);
    await opened.page.goto(`${served!.url}${path}`);
    return opened;
  }

  it.each([
    ['desktop', DESKTOP],
    ['telephone', TELEPHONE],
  ])('shows figures on a %s that can be read, without a complaint', async (name, viewport) => {
    const { page, complaints } = await open(viewport, '/authorities/wexcombe');
    if (KEEP_IN) await page.screenshot({ path: `${KEEP_IN}/page-kit-${name}.png`, fullPage: true });

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    expect(await page.locator('svg[role=img]:visible').count()).toBe(2);
    const sizes = await page.locator('svg:visible text').evaluateAll((texts) => texts.map((text) => (text as unknown as { getBoundingClientRect(): { height: number } }).getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.govuk-generic-header')).backgroundColor")).toBe('rgb(90, 45, 129)');
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")).toBe('Arial, Helvetica, sans-serif');
    expect(complaints).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });

  it('shows the documentation of the API under its own policy', async () => {
    const { page, complaints } = await open(DESKTOP, '/api/docs');
    await page.getByText('Plant an orchard').waitFor();
    if (KEEP_IN) await page.screenshot({ path: `${KEEP_IN}/api-docs.png`, fullPage: true });
    expect(complaints).toEqual([]);
    await page.close();
  });
});
