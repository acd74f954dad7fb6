import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { AuthoritiesModule } from '#areas/authorities/index.js';
import { MeasuresModule } from '#areas/measures/index.js';
import { OverviewPages } from '#areas/overview/index.js';
import { RegistersModule } from '#areas/registers/index.js';
import { TimelineModule } from '#areas/timeline/index.js';
import { TotalsModule } from '#areas/totals/index.js';
import { ImportJobsModule, UploadPages } from '#areas/workbook/index.js';
import { DESKTOP, openBrowser, TELEPHONE } from '../support/browser.js';
import { FENMARCH, fenmarchImports } from '../support/golden/fenmarch.js';
import { JobsInMemory } from '../support/jobs-in-memory.js';
import { fine, KEEP_IN, pageInBrowser } from '../support/page-in-browser.js';
import { type PagesApp, pagesApp } from '../support/pages-app.js';
import { filesOf, smallWorkbook, type StatedWorkbook, withRow } from '../support/workbook.js';
import { type World, worldInMemory } from '../support/world.js';

const MODULES = [AuthoritiesModule, MeasuresModule, RegistersModule, TimelineModule, TotalsModule, OverviewPages, ImportJobsModule, UploadPages];

const inHand = (parts: ReturnType<typeof filesOf>) => parts.map(({ fileName, bytes }) => ({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(bytes) }));
/** A workbook in which one contract’s target cannot be read, one sum is doubtful, and one row has gone. */
const broken = withRow(withRow(withRow(smallWorkbook, 'targets', 1, { quantity: 'a lot' }), 'deliveries', 1, { reported_on: '05/04/25' }), 'reviews', 1, { reviewed_by: '' });

describe('uploading a workbook in a browser', () => {
  let world: World | undefined;
  let jobs: JobsInMemory;
  let app: PagesApp | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    world = worldInMemory('2026-06-20T13:05:00.000Z');
    jobs = new JobsInMemory();
    app = await pagesApp(world, MODULES, jobs);
    await world.parts.ledger.open(FENMARCH, 'Fenmarch Council');
  });
  afterEach(async () => {
    await app?.close();
    rmSync(dirname(dirname(world!.parts.uploads.pathOf(FENMARCH, 'x'))), { recursive: true, force: true });
    await world?.end();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it.each([
    ['desktop', DESKTOP],
    ['telephone', TELEPHONE],
  ])('on a %s, leads from the first page to the entries that it became', async (_device, viewport) => {
    const { page, complaints } = await pageInBrowser(browser!, viewport);
    const { width } = viewport;
    await page.goto(`${app!.url}/authorities/fenmarch`);
    await page.getByRole('link', { name: 'Import a workbook' }).first().click();
    await fine(page, 'upload', width);
    await page.getByRole('button', { name: 'Check this workbook' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('link', { name: 'Select a workbook' }).click();
    await page.getByText('Options').click();
    await fine(page, 'upload-error', width);

    const folder = fenmarchImports[0]!;
    jobs.hold();
    await page.getByLabel('Upload a workbook').setInputFiles(readdirSync(folder).map((name) => join(folder, name)));
    await page.getByRole('button', { name: 'Check this workbook' }).click();
    const id = page.url().split('/').at(-1)!;
    jobs.tell(`${id}-check`, 4_000, 10_000);
    await page.getByRole('paragraph').filter({ hasText: '4,000 of 10,000 rows' }).waitFor();
    await fine(page, 'upload-checking', width);
    // the page looks again by itself, and shows the rest when the check has ended
    await jobs.goOn();
    await page.getByRole('heading', { name: 'Check what will go in' }).waitFor();
    await fine(page, 'upload-preview', width);
    await page.getByRole('button', { name: 'Import these rows' }).click();
    await page.getByText('Entries 1 to 160').waitFor();
    await world!.parts.engine.catchUp(FENMARCH);
    await fine(page, 'upload-in', width);
    await page.getByRole('link', { name: 'See the contracts' }).click();
    expect(await page.locator('main').textContent()).toContain('School building programme');
    await page.getByRole('link', { name: 'past imports' }).click();
    await fine(page, 'upload-list', width);

    await page.goto(`${app!.url}/authorities/fenmarch/imports/new`);
    await page.getByLabel('Upload a workbook').setInputFiles({ name: 'A brochure of what we could do for the place (final, 2).pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await page.getByRole('button', { name: 'Check this workbook' }).click();
    await page.getByRole('heading', { name: 'This is not a workbook that can be imported' }).waitFor();
    await fine(page, 'upload-no-workbook', width);
    await page.goto(`${app!.url}/authorities/fenmarch/imports`);
    await fine(page, 'upload-list-two', width);
    expect(complaints.filter((text) => !/422/.test(text))).toEqual([]);
    await page.close();
  });

  it.each([
    ['desktop', DESKTOP],
    ['telephone', TELEPHONE],
  ])('on a %s without JavaScript, shows errors, lets the rest in, and takes the corrected file', async (_device, viewport) => {
    const { page, complaints } = await pageInBrowser(browser!, viewport, { javaScriptEnabled: false });
    await page.goto(`${app!.url}/authorities/fenmarch/imports/new`);
    jobs.hold();
    await page.getByLabel('Upload a workbook').setInputFiles(inHand(filesOf(broken)));
    await page.getByRole('button', { name: 'Check this workbook' }).click();
    expect(await page.locator('h1').textContent()).toBe('Checking the workbook');
    await jobs.goOn();
    // the browser itself asks again
    await page.getByRole('heading', { name: 'Check what will go in' }).waitFor({ timeout: 10_000 });
    if (KEEP_IN) await page.screenshot({ path: `${KEEP_IN}/upload-errors-${viewport.width}.png`, fullPage: true });
    expect(await page.locator('#held').textContent()).toContain('targets, row 3: quantity must be');
    expect(await page.locator('#problems tbody tr').count()).toBe(3);
    await page.getByRole('button', { name: 'Import these rows' }).click();
    await jobs.goOn();
    await page.goto(page.url());
    expect(await page.locator('h1').textContent()).toContain('Imported in part');
    if (KEEP_IN) await page.screenshot({ path: `${KEEP_IN}/upload-in-part-${viewport.width}.png`, fullPage: true });
    await page.getByLabel('Upload a corrected file').setInputFiles(inHand(filesOf(smallWorkbook)));
    await page.getByRole('button', { name: 'Check this workbook' }).click();
    await jobs.goOn();
    await page.goto(page.url());
    expect(await page.locator('h1').textContent()).toBe('Check what will go in');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    ['desktop', DESKTOP],
    ['telephone', TELEPHONE],
  ])('on a %s, shows what a workbook that comes again would change', async (_device, viewport) => {
    const { page, complaints } = await pageInBrowser(browser!, viewport);
    const upload = async (workbook: StatedWorkbook): Promise<void> => {
      await page.goto(`${app!.url}/authorities/fenmarch/imports/new`);
      await page.getByLabel('Upload a workbook').setInputFiles(inHand(filesOf(workbook)));
      await page.getByText('Options').click();
      await page.getByLabel('It was typed wrong').check();
      await page.getByLabel('Why it says something else').fill('Read once more');
      await page.getByRole('button', { name: 'Check this workbook' }).click();
      await page.getByRole('heading', { name: 'Check what will go in' }).waitFor();
    };
    await upload(smallWorkbook);
    await page.getByRole('button', { name: 'Import these rows' }).click();
    await page.getByText('Imported').first().waitFor();
    const retold = withRow(smallWorkbook, 'contracts', 0, { title: 'Schools and nurseries', ends_on: '31/03/2028', value_gbp: '£12,500,000' });
    await upload(withRow(retold, 'deliveries', 0, { quantity: '4', description: 'A fourth starter, in June', reason: 'One more was found on the payroll' }));
    expect(await page.locator('#changes tbody tr').count()).toBe(5);
    expect(await page.locator('#changes').textContent()).toContain('31/03/2028');
    await fine(page, 'upload-changes', viewport.width);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows errors to everyone', async () => {
    const { page } = await pageInBrowser(browser!, TELEPHONE);
    await page.goto(`${app!.url}/authorities/fenmarch/imports/new`);
    await page.getByLabel('Upload a workbook').setInputFiles(inHand(filesOf(broken)));
    await page.getByRole('button', { name: 'Check this workbook' }).click();
    await page.getByRole('heading', { name: 'Check what will go in' }).waitFor();
    await fine(page, 'upload-errors-with-javascript', TELEPHONE.width);
    await page.close();
  });
});
