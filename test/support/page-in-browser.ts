import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { compile } from 'sass';
import { TELEPHONE } from './browser.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
/** Screenshots are kept where this names a folder. */
export const KEEP_IN = process.env['SCREENSHOTS'];

let css: string | undefined;

/** A page with its styles made from the sources, whatever was built; and what the browser complains of. */
export async function pageInBrowser(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  css ??= compile(`${ROOT}libs/surface/pages/assets/app.scss`, { loadPaths: [`${ROOT}node_modules`], quietDeps: true }).css;
  const complaints: string[] = [];
  const page = await browser.newPage({ viewport, ...options });
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  await page.route('**/assets/app.css', (route) => route.fulfill({ contentType: 'text/css', body: css! }));
  const scripts = { 'app.js': `${ROOT}libs/surface/pages/assets/app.js`, 'govuk-frontend.min.js': `${ROOT}node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js` };
  for (const [name, file] of Object.entries(scripts)) {
    await page.route(`**/assets/${name}`, async (route) => route.fulfill({ contentType: 'text/javascript', body: await readFile(file, 'utf8') }));
  }
  return { page, complaints };
}

/** What axe finds against WCAG 2.2 AA, by rule and element. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(require.resolve('axe-core'), 'utf8'));
  const run = "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })";
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(run);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Nothing wider than the screen, nothing in the way of anyone (looked for where the screen is narrow, which takes long). */
export async function fine(page: Page, name: string, width: number): Promise<void> {
  if (KEEP_IN) await page.screenshot({ path: `${KEEP_IN}/${name}-${width}.png`, fullPage: true });
  expect({ name, wide: await page.evaluate('document.documentElement.scrollWidth') }).toEqual({ name, wide: width });
  if (width === TELEPHONE.width) expect({ name, barriers: await barriers(page) }).toEqual({ name, barriers: [] });
}
