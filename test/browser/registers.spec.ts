import type { Browser } from 'playwright-core';
import { BreakClausesModule } from '#areas/break-clauses/index.js';
import { MeasuresModule } from '#areas/measures/index.js';
import { ObligationsModule } from '#areas/obligations/index.js';
import { OverviewPages } from '#areas/overview/index.js';
import { RegistersModule } from '#areas/registers/index.js';
import { TimelineModule } from '#areas/timeline/index.js';
import { TotalsModule } from '#areas/totals/index.js';
import { DESKTOP, openBrowser, TELEPHONE } from '../support/browser.js';
import { countyWorld } from '../support/county-world.js';
import { fine, pageInBrowser } from '../support/page-in-browser.js';
import { type PagesApp, pagesApp } from '../support/pages-app.js';
import type { World } from '../support/world.js';

const NOW = '2026-06-02T09:00:00.000Z';

describe('the registers of the sample county in a browser', () => {
  let world: World | undefined;
  let app: PagesApp | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    world = await countyWorld(NOW);
    app = await pagesApp(world, [BreakClausesModule, MeasuresModule, ObligationsModule, RegistersModule, TimelineModule, TotalsModule, OverviewPages]);
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await world?.end();
  });

  it.each([
    ['desktop', DESKTOP],
    ['telephone', TELEPHONE],
  ])(
    'on a %s, can be read by everybody',
    async (_device, viewport) => {
      const { page, complaints } = await pageInBrowser(browser!, viewport);
      const look = (name: string) => fine(page, name, viewport.width);
      const home = `${app!.url}/authorities/wexcombe`;
      for (const [name, path] of [
        ['obligations', '/obligations'],
        ['obligations-wrong', '/obligations?on=never'],
        ['returns', '/returns'],
        ['break-clauses', '/break-clauses'],
        ['at-risk', '/at-risk?on=2026-05-19'],
        ['first-page-with-registers', ''],
      ] as const) {
        await page.goto(`${home}${path}`);
        await look(name);
      }
      await page.goto(`${home}/break-clauses`);
      await page.getByRole('link', { name: 'Clocks running', exact: true }).click();
      await look('break-clauses-clocks');
      await page.locator('#break-clauses').getByRole('link').first().click();
      expect(await page.locator('h1').textContent()).toContain('Break clause ');
      await look('break-clause');
      await page.getByRole('link', { name: 'the whole contract' }).click();
      await look('contract-with-registers');
      expect(complaints).toEqual([]);
      await page.close();
    },
    300_000,
  );

  it('are asked for a part without JavaScript', async () => {
    const { page } = await pageInBrowser(browser!, TELEPHONE, { javaScriptEnabled: false });
    await page.goto(`${app!.url}/authorities/wexcombe/returns`);
    await page.getByText('Show only some of them, or another day').click();
    await page.getByLabel('How it stands').selectOption('Returned late');
    await page.getByLabel('On the day').fill('19/5/2026');
    await page.getByRole('button', { name: 'Show these' }).click();
    expect(await page.locator('main').textContent()).toContain('As it stands on 19 May 2026');
    expect(await page.locator('#returns-caption').textContent()).toBe('Returns in the state “returned late”, the earliest due first');
    await page.close();
  });
});
