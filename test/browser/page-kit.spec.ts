import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { compile } from 'sass';
import { DESKTOP, openBrowser, TELEPHONE } from '../support/browser.js';
import { surfaceApp } from '../support/surface-app.js';
import { ORCHARDS, OrchardApi } from '../support/toy-routes.js';
import { TOY_TEMPLATES, ToyPage } from '../support/toy-page.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

/** Screenshots are kept where this names a folder. */
const KEEP_IN = process.env['SCREENSHOTS'];

/** What axe finds against WCAG 2.2 AA, by rule and element. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(require.resolve('axe-core'), 'utf8'));
  const run = "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })";
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(run);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('the page kit in a browser', () => {
  const { css } = compile(`${ROOT}libs/surface/pages/assets/app.scss`, { loadPaths: [`${ROOT}node_modules`], quietDeps: true });
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

  /** A page with its styles made from the sources, whatever was built; and what the browser complains of. */
  async function open(viewport: { width: number; height: number }, path: string): Promise<{ page: Page; complaints: string[] }> {
    const complaints: string[] = [];
    const page = await browser!.newPage({ viewport });
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => void complaints.push(String(error)));
    await page.route('**/assets/app.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
    const scripts = { 'app.js': `${ROOT}libs/surface/pages/assets/app.js`, 'govuk-frontend.min.js': `${ROOT}node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js` };
    for (const [name, file] of Object.entries(scripts)) {
      await page.route(`**/assets/${name}`, async (route) => route.fulfill({ contentType: 'text/javascript', body: await readFile(file, 'utf8') }));
    }
    await page.goto(`${served!.url}${path}`);
    return { page, complaints };
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
