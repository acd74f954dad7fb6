import type { Browser } from 'playwright-core';
import { AuthoritiesModule } from '#areas/authorities/index.js';
import { MeasuresModule } from '#areas/measures/index.js';
import { OverviewPages } from '#areas/overview/index.js';
import { RegistersModule } from '#areas/registers/index.js';
import { TimelineModule } from '#areas/timeline/index.js';
import { TotalsModule } from '#areas/totals/index.js';
import { DESKTOP, openBrowser, TELEPHONE } from '../support/browser.js';
import { barriers, fine, pageInBrowser } from '../support/page-in-browser.js';
import { importFenmarch, type PagesApp, pagesApp } from '../support/pages-app.js';
import { type World, worldInMemory } from '../support/world.js';

describe('an authority’s pages in a browser', () => {
  let world: World | undefined;
  let positions: readonly number[] = [];
  let app: PagesApp | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    world = worldInMemory();
    positions = await importFenmarch(world);
    world.clock.set('2026-06-20T13:05:00.000Z');
    app = await pagesApp(world, [AuthoritiesModule, MeasuresModule, RegistersModule, TimelineModule, TotalsModule, OverviewPages]);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await world?.end();
  });

  it.each([
    ['desktop', DESKTOP],
    ['telephone', TELEPHONE],
  ])('on a %s, lead from the headline down to the sentence in the bid', async (_device, viewport) => {
    const { page, complaints } = await pageInBrowser(browser!, viewport);
    await page.goto(`${app!.url}/`);
    expect(await page.locator('h1').textContent()).toContain('What was promised, and what arrived');
    expect(await page.locator('svg[role=img]:visible').count()).toBe(1);
    await fine(page, 'first-page', viewport.width);
    if (viewport === DESKTOP) expect(await barriers(page)).toEqual([]);

    await page.locator('#by-theme').getByRole('row', { name: /^Jobs/ }).getByRole('link').nth(4).click();
    expect(await page.locator('h1').textContent()).toBe('What makes this figure: validated');
    await fine(page, 'trace', viewport.width);

    await page.locator('#entries').getByRole('link').first().click();
    expect(await page.locator('blockquote').first().textContent()).toBe('“We will create 12 full-time jobs for local people.”');
    await fine(page, 'entry', viewport.width);

    await page.getByRole('link', { name: 'See the whole contract' }).click();
    expect(await page.locator('h1').textContent()).toContain('School building programme');
    await fine(page, 'contract', viewport.width);

    await page.goto(`${app!.url}/authorities/fenmarch/contracts`);
    await fine(page, 'contracts', viewport.width);
    await page.goto(`${app!.url}/authorities/fenmarch/differences?from=20/5/2026&by=theme`);
    await fine(page, 'differences', viewport.width);
    await page.goto(`${app!.url}/authorities/fenmarch?knownAt=never`);
    await fine(page, 'errors', viewport.width);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('asks for another moment without JavaScript, and says what is wrong with one', async () => {
    const { page, complaints } = await pageInBrowser(browser!, TELEPHONE, { javaScriptEnabled: false });
    await page.goto(`${app!.url}/authorities/fenmarch`);
    await page.getByText('Show these figures as known at another moment').click();
    await page.getByLabel('As known at').fill('the 31st');
    await page.getByRole('button', { name: 'Show these figures' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('link', { name: '“As known at” must be a day, like 31/3/2026, or the number of an entry, like 1204' }).click();
    await page.getByLabel('As known at').fill('25 July 2025');
    await page.getByRole('button', { name: 'Show these figures' }).click();
    expect(await page.locator('main').textContent()).toContain(`As known at the end of 25 July 2025, which is entry ${positions[0]}`);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
