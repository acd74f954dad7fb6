import { AuthoritiesModule } from '#areas/authorities/index.js';
import { BreakClausesModule } from '#areas/break-clauses/index.js';
import { MeasuresModule } from '#areas/measures/index.js';
import { ObligationsModule } from '#areas/obligations/index.js';
import { RegistersModule } from '#areas/registers/index.js';
import { TimelineModule } from '#areas/timeline/index.js';
import { TotalsModule } from '#areas/totals/index.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { noFactors } from '#domain/measures/measure.js';
import { contractRegistered } from '../../../test/support/facts.js';
import { generateEvents } from '../../../test/support/generate-events/generate-events.js';
import { importFenmarch, type PagesApp, pagesApp } from '../../../test/support/pages-app.js';
import { importFacts, type World, worldInMemory } from '../../../test/support/world.js';
import { OverviewPages } from './index.js';

const MODULES = [AuthoritiesModule, BreakClausesModule, MeasuresModule, ObligationsModule, RegistersModule, TimelineModule, TotalsModule, OverviewPages];

/** What a page says, without its markup. */
function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ');
}

function linksOf(html: string): readonly { readonly href: string; readonly text: string }[] {
  return [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, href = '', text = '']) => ({ href: href.replaceAll('&amp;', '&'), text: textOf(text).trim() }));
}

/** `−£1,234.56` in pence. */
function penceOf(text: string): number {
  const [, minus, pounds, pence] = /(−?)£([\d,]+)\.(\d\d)/.exec(text) ?? [];
  return Number(`${pounds?.replaceAll(',', '')}${pence}`) * (minus ? -1 : 1);
}

describe('the pages of the golden authority', () => {
  let world: World;
  let app: PagesApp;
  let positions: readonly number[];
  beforeAll(async () => {
    world = worldInMemory();
    positions = await importFenmarch(world);
    world.clock.set('2026-06-20T13:05:00.000Z');
    app = await pagesApp(world, MODULES);
  });
  afterAll(async () => {
    await app.close();
    await world.end();
  });
  const home = '/authorities/fenmarch';

  it('begin at the one authority there is', async () => {
    expect(await app.page('/')).toMatchObject({ status: 303, location: home });
    const { html, status } = await app.page(home);
    expect(status).toBe(200);
    expect(textOf(html)).toContain('Nobody signs in yet: this server acts for “local operator”.');
    expect(textOf(html)).toContain('£2,393,417.27 kept of £3,667,599.55 due');
    expect(textOf(html)).toContain(`As known at entry ${positions.at(-1)}, recorded on 10 June 2026 at 1:00pm.`);
  });

  it('open every figure of the first page to entries that add up to it', async () => {
    const { html } = await app.page(home);
    const figures = linksOf(html).filter(({ href }) => href.includes('/trace/'));
    expect(figures.length).toBeGreaterThan(60);
    let added = 0;
    for (const { href, text } of figures) {
      const traced = textOf((await app.page(href)).html);
      const [, sum] = /(?:entries add up to|entry is) (−?£[\d,]+\.\d\d)\./.exec(traced) ?? [];
      if (text.startsWith('£0') || !text.startsWith('£')) continue;
      expect({ href, traced: sum === undefined ? traced : sum }).toEqual({ href, traced: expect.stringMatching(/^−?£[\d,]+\.\d\d$/) });
      // figures of the tables are to the nearest pound, those of the headline to the penny
      if (text.includes('.')) expect(text).toContain(sum);
      else expect(Math.abs(penceOf(`${text}.00`) - penceOf(sum!))).toBeLessThanOrEqual(50);
      added += 1;
    }
    expect(added).toBeGreaterThan(50);
  });

  it('lead from an entry to the sentence in the bid, its events and its evidence', async () => {
    const { html } = await app.page(home);
    const trace = linksOf(html).find(({ href }) => href.includes('figure=evidenced'))!;
    const entries = linksOf((await app.page(trace.href)).html).filter(({ href }) => href.includes('/entries/'));
    const told = await Promise.all(entries.map(async ({ href }) => textOf((await app.page(href)).html)));
    for (const text of told) expect(text).toMatch(/What was promised .*“.+” The bid’s own sentence/);
    const reported = linksOf(html).filter(({ href }) => href.includes('figure=reported'));
    const all = await Promise.all(reported.slice(0, 4).map(async ({ href }) => linksOf((await app.page(href)).html).filter((link) => link.href.includes('/entries/'))));
    const texts = await Promise.all(all.flat().map(async ({ href }) => textOf((await app.page(href)).html)));
    expect(texts.some((text) => /Delivery reported .*Evidence payroll/.test(text))).toBe(true);
  });

  it('answer as known at another moment, and say which', async () => {
    const { html } = await app.page(`${home}?knownAt=25/7/2025&deliveredTo=31+March+2025&yearBasis=posted`);
    const text = textOf(html);
    expect(text).toContain(`As known at the end of 25 July 2025, which is entry ${positions[0]},`);
    expect(text).toContain('Delivered to 31 March 2025: but for “committed”, only periods that ended by then are counted.');
    expect(text).toContain('By the year that changes were posted to');
    expect(html).toContain('value="25/7/2025"');
  });

  it('say on the page what is wrong with what was typed', async () => {
    const { html, status } = await app.page(`${home}?knownAt=99999`);
    expect(status).toBe(200);
    expect(html).toContain('<title>Error: ');
    expect(textOf(html)).toContain(`There is a problem “As known at” must not lie beyond the ledger’s last entry, ${positions.at(-1)}`);
    expect(textOf((await app.page(`${home}/differences?from=&to=&by=colour`)).html)).toContain('Enter the day, or the number of the entry, to compare from');
    expect(textOf((await app.page(`${home}/contracts?status=lost`)).html)).toContain('Select all contracts, or one of the states');
  });

  it('answer what is not there as not found', async () => {
    for (const path of ['/authorities/nowhere', `${home}/contracts/C99`, `${home}/trace/x`, `${home}/entries/x`, '/authorities/nowhere/contracts']) {
      expect({ path, status: (await app.page(path)).status }).toEqual({ path, status: 404 });
    }
    const trace = linksOf((await app.page(home)).html).find(({ href }) => href.includes('/trace/'))!.href;
    expect((await app.page(trace.replace('/fenmarch/', '/elsewhere/'))).status).toBe(404);
  });

  it('give every table as a file of the same moment, to the penny', async () => {
    const { html } = await app.page(`${home}?knownAt=${positions[0]}`);
    const files = linksOf(html).filter(({ href }) => href.includes('.csv'));
    expect(files).toHaveLength(2);
    const { html: csv, type } = await app.page(files[0]!.href);
    expect(type).toContain('text/csv');
    const [header, ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
    expect(header).toBe('year,Committed (£),Due (£),Reported (£),Evidenced (£),Validated (£),Additional (£),Not assessed (£),Under correction (£),Brought forward (£),Known at entry,Due on,Delivered to,Year basis');
    expect(lines.map((line) => line.split(',')[10])).toEqual(lines.map(() => String(positions[0])));
    const [contracts] = linksOf((await app.page(`${home}/contracts`)).html).filter(({ href }) => href.includes('.csv'));
    expect((await app.page(contracts!.href)).html.trim().split('\r\n')).toHaveLength(9);
    const differences = await app.page(`${home}/differences.csv?from=1&to=${positions.at(-1)}`);
    expect(differences.html.trim().split('\r\n').length).toBeGreaterThan(100);
  });

  it('list contracts, find them, and show each with its commitments and its timeline', async () => {
    const all = await app.page(`${home}/contracts`);
    const listed = linksOf(all.html).filter(({ text }) => /^C\d\d: /.test(text));
    expect(listed).toHaveLength(8);
    expect(linksOf((await app.page(`${home}/contracts?q=ROAD`)).html).filter(({ text }) => /^C\d\d: /.test(text))).toEqual([{ href: `${home}/contracts/C07`, text: 'C07: Road maintenance' }]);
    expect(textOf((await app.page(`${home}/contracts?q=nothing+like+it`)).html)).toContain('No contract is like that.');
    for (const { href } of listed) {
      expect({ href, status: (await app.page(href)).status }).toEqual({ href, status: 200 });
      expect({ href, status: (await app.page(`${href}/timeline`)).status }).toEqual({ href, status: 200 });
    }
    const text = textOf((await app.page(`${home}/contracts/C01`)).html);
    expect(text).toContain('“We will create 12 full-time jobs for local people.” Six figures of K01');
    expect(text).toContain('Brightwell Construction Ltd (P01) 60%');
  });

  it('page through a contract’s whole timeline without a gap', async () => {
    const seen: number[] = [];
    let path: string | undefined = `${home}/contracts/C01/timeline`;
    while (path !== undefined) {
      const { html }: { html: string } = await app.page(path);
      seen.push(...[...html.matchAll(/id="entry-(\d+)"/g)].map(([, position]) => Number(position)));
      path = linksOf(html).find(({ text }) => text.startsWith('Older entries'))?.href;
    }
    const stream = await world.parts.ledger.readStream('fenmarch', 'contract:C01');
    expect(seen).toEqual(stream.map(({ position }) => position).reverse());
  });

  it('lead to the registers, each with a file of what it shows, from the first page and from a contract', async () => {
    const registers = ['obligations', 'returns', 'break-clauses', 'at-risk'];
    const named = (html: string) => registers.filter((register) => linksOf(html).some(({ href }) => href.startsWith(`${home}/${register}`)));
    expect(named((await app.page(home)).html)).toEqual(registers);
    const contract = linksOf((await app.page(`${home}/contracts/C01`)).html);
    expect(registers.filter((register) => contract.some(({ href }) => href === `${home}/${register}?contract=C01`))).toEqual(registers);
    for (const register of registers) {
      const { html, status } = await app.page(`${home}/${register}?on=2026-06-10`);
      expect({ register, status }).toEqual({ register, status: 200 });
      expect(textOf(html)).toContain('As it stands on 10 June 2026, with everything recorded by now.');
      const file = await app.page(`${home}/${register}.csv?on=2026-06-10`);
      expect({ register, type: file.type, name: file.html.split('\r\n')[0]?.endsWith('Judged on,As known on') }).toMatchObject({ register, type: expect.stringContaining('text/csv'), name: true });
      expect(textOf((await app.page(`${home}/${register}?on=never&knownAt=99999`)).html)).toContain('There is a problem “On the day” must be a day, like 31/3/2026');
      expect(textOf((await app.page(`${home}/${register}?knownAt=99999`)).html)).toContain('“As known on” must not lie beyond the ledger’s last entry');
      expect((await app.page(`${home}/${register}.csv?on=never`)).status).toBe(422);
      expect((await app.page(`/authorities/nowhere/${register}`)).status).toBe(404);
    }
    expect((await app.page(`${home}/break-clauses/B99`)).status).toBe(404);
  });

  it('page through all that is due, without a gap', async () => {
    const [, ...lines] = (await app.page(`${home}/obligations.csv?state=all&on=2026-06-10`)).html.trim().split('\r\n');
    let seen = 0;
    let path: string | undefined = `${home}/obligations?state=all&on=2026-06-10`;
    while (path !== undefined) {
      const { html }: { html: string } = await app.page(path);
      seen += [...html.matchAll(/<th scope="row"/g)].length;
      path = linksOf(html).find(({ text }) => text.startsWith('Next page'))?.href;
    }
    expect(seen).toBe(lines.length);
    expect(seen).toBeGreaterThan(50);
  });

  it('name the events between two moments', async () => {
    const text = textOf((await app.page(`${home}/differences?from=${positions[2]}&to=&by=theme`)).html);
    expect(text).toContain(`From entry ${positions[2]} to entry ${positions[3]}: 5 entries changed these figures.`);
    expect(text).toContain('Delivery corrected : contract C07 , commitment K13 Evidenced +£3,100,000.00 “The evidence has arrived”');
  });
});

describe('the pages of any authority', () => {
  const worlds: World[] = [];
  const apps: PagesApp[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
    for (const world of worlds.splice(0)) await world.end();
  });
  async function serve(prepare: (world: World) => Promise<unknown>): Promise<PagesApp> {
    const world = worldInMemory();
    worlds.push(world);
    await prepare(world);
    const app = await pagesApp(world, MODULES);
    apps.push(app);
    return app;
  }

  it('say what to do first where there is none, and offer a choice of several', async () => {
    const none = await serve(() => Promise.resolve());
    expect(textOf((await none.page('/')).html)).toContain('npx svl import OUT --create-authority NAME');
    const several = await serve(async ({ parts }) => {
      await parts.ledger.open('fenmarch', 'Fenmarch <b>Council</b>');
      await parts.ledger.open('wexcombe', 'Wexcombe');
    });
    const { html } = await several.page('/');
    expect(html).not.toContain('<b>');
    expect(linksOf(html).filter(({ href }) => href.startsWith('/authorities/')).map(({ text }) => text)).toEqual(['Fenmarch <b>Council</b>', 'Wexcombe']);
    const empty = await several.page('/authorities/fenmarch');
    expect(textOf(empty.html)).toContain('nothing is recorded in it yet. Import a workbook , or do it at the command line: npx svl import PATH --authority fenmarch');
    expect(textOf((await several.page('/authorities/fenmarch/contracts')).html)).toContain('No contract is recorded yet.');
  });

  it('say in plain words when the figures stand still, and show them as they were', async () => {
    const validated = { commitment: 'K1', report: 'none', part: false, accepted: '1', method: 'document', reviewedOn: '2026-05-01', reviewedBy: 'person', selfReviewed: false, factors: noFactors };
    const facts = [contractRegistered(), { type: 'DeliveryValidated', businessDate: '2026-05-01', payload: validated }];
    const app = await serve((world) => importFacts(world, 'testshire', facts.map((event) => ({ stream: 'contract:C1', event: event as NewEvent }))));
    const { html, status } = await app.page('/authorities/testshire');
    expect(status).toBe(200);
    expect(textOf(html)).toContain('The figures stand still as known at entry 1, because entry 2 could not be counted');
    expect(textOf(html)).toContain('As known at entry 1,');
  });

  it('page through the entries of a figure, which add up to it over all pages', async () => {
    const generated = generateEvents({ seed: 82, events: 1_000, contracts: 12 });
    const app = await serve((world) => importFacts(world, 'testshire', generated as readonly { stream: string; event: NewEvent }[]));
    const { html } = await app.page('/authorities/testshire');
    const figures = linksOf(html).filter(({ href, text }) => href.includes('/trace/') && href.endsWith('figure=reported') && text.startsWith('£'));
    let pages = 0;
    for (const { href } of figures.slice(0, 3)) {
      let sum = 0;
      let path: string | undefined = href;
      let whole = 0;
      while (path !== undefined) {
        const traced: { html: string } = await app.page(path);
        const text = textOf(traced.html);
        whole = penceOf(/: reported (−?£[\d,]+\.\d\d)/.exec(text)?.[1] ?? '');
        sum += penceOf(/add up to (−?£[\d,]+\.\d\d)|entry is (−?£[\d,]+\.\d\d)/.exec(text)?.[0] ?? '£0.00');
        path = linksOf(traced.html).find((link) => link.text.startsWith('Next entries'))?.href;
        pages += 1;
      }
      expect({ href, sum }).toEqual({ href, sum: whole });
    }
    expect(pages).toBeGreaterThan(3);
    for (const path of ['', '/contracts', '/differences?from=700&by=provider']) {
      expect({ path, status: (await app.page(`/authorities/testshire${path}`)).status }).toEqual({ path, status: 200 });
    }
  });
});
