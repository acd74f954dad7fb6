import { AuthoritiesModule } from '#areas/authorities/index.js';
import { MeasuresModule } from '#areas/measures/index.js';
import { OverviewPages } from '#areas/overview/index.js';
import { ReadModelsModule, ReadModelsRoutes } from '#areas/read-models/index.js';
import { RegistersModule } from '#areas/registers/index.js';
import { TimelineModule } from '#areas/timeline/index.js';
import { TotalsModule, TotalsRoutes } from '#areas/totals/index.js';
import { partsOnPostgres } from '../../apps/assembly/parts.js';
import { commitmentMade, contractRegistered } from '../support/facts.js';
import { type PagesApp, pagesApp } from '../support/pages-app.js';
import { importFacts, worldOnPostgres, type World } from '../support/world.js';

/** A release brings a new version of the totals to a database where the one before is still read. */
describe('Totals of a version that is new', () => {
  let before: World;
  let now: World;
  let app: PagesApp;
  const totals = '/api/authorities/fenmarch/totals?by=measure';
  const ask = async (path: string) => {
    const answered = await fetch(`${app.url}${path}`);
    return { status: answered.status, retryAfter: answered.headers.get('retry-after'), body: (await answered.json()) as { title: string; detail: string; items: { name: string }[] } };
  };

  beforeAll(async () => {
    before = await worldOnPostgres();
    await importFacts(before, 'fenmarch', [contractRegistered(), commitmentMade()].map((event) => ({ stream: 'contract:C1', event })));
    const { version } = before.parts.engine.projections.find(({ name }) => name === 'totals')!;
    const rename = `alter schema totals_v${version} rename to totals_v${version - 1}`;
    await before.database!.as('svl_projector', (tx) => tx.query(rename));
    const parts = partsOnPostgres({ database: before.database!, clock: before.clock, clockIsSet: true, dataDir: 'none', foldWhenAsked: false });
    await parts.engine.prepare();
    now = { ...before, parts };
    app = await pagesApp(now, [AuthoritiesModule, MeasuresModule, TotalsModule, TotalsRoutes, RegistersModule, TimelineModule, ReadModelsModule, ReadModelsRoutes, OverviewPages]);
  });
  afterAll(async () => {
    await app.close();
    await now.parts.close();
    await before.end();
  });

  it.each([['as they stand', totals], ['waited for', `${totals}&atLeast=1`], ['of an earlier moment', `${totals}&knownAt=1`]])('are answered plainly with how far they are: %s', async (_how, path) => {
    expect(await ask(path)).toMatchObject({
      status: 503,
      retryAfter: '10',
      body: { title: 'What is asked for is being prepared', detail: expect.stringContaining('being prepared for this version of the application') },
    });
  });

  it('are told of where the projections stand, while the others follow the ledger', async () => {
    const { status, body } = await ask('/api/authorities/fenmarch/projections');
    expect(status).toBe(200);
    expect(body.items.find(({ name }) => name === 'totals')).toMatchObject({ position: 0, head: 2, preparing: { done: 0, total: 0 } });
    expect(body.items.find(({ name }) => name === 'register')).toMatchObject({ position: 2, preparing: null });
  });

  it('are told of on pages in the same words', async () => {
    const { status, html } = await app.page('/authorities/fenmarch');
    expect([status, html]).toEqual([503, expect.stringContaining('being prepared for this version of the application')]);
  });

  it('are answered once they have caught up', async () => {
    await now.parts.engine.start();
    await now.parts.engine.catchUp();
    expect((await ask(`${totals}&atLeast=2`)).status).toBe(200);
    expect((await app.page('/authorities/fenmarch')).status).toBe(200);
  });
});
