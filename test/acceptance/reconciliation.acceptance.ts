import { AskTotalsHandler } from '../../libs/areas/totals/ask-totals/ask-totals.query.js';
import { AskTotalsQuery } from '#areas/totals/index.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { csvFolder, importWorkbook } from '#areas/workbook/index.js';
import { generateEvents, seedOfThisRun } from '../support/generate-events/generate-events.js';
import { FENMARCH, fenmarchImports } from '../support/golden/fenmarch.js';
import { reconcile } from '../support/reconcile.js';
import { TOTALS } from '../support/reconcile-derived.js';
import { importFacts, type World, worldInMemory, worldOnPostgres } from '../support/world.js';

/*
 * The sums of the journal are the cells, both are what a fresh fold gives, and every total is what a naive second count of the
 * raw events gives: on generated histories, on the golden authority, and on several authorities beside one another. Every other
 * acceptance test ends its own world in the same check.
 */
const seed = seedOfThisRun();
const facts = (events: number, contracts: number, of: number) => generateEvents({ seed: seed + of, events, contracts }) as readonly { stream: string; event: NewEvent }[];

/** Some with a long history of few contracts, some with a short one of many. */
const EVENTS = 500;
const authorities = [
  { authority: 'eastshire', contracts: 40 },
  { authority: 'midshire', contracts: 3 },
  { authority: 'northshire', contracts: 20 },
  { authority: 'southshire', contracts: 6 },
  { authority: 'upshire', contracts: 10 },
];

describe('Generated histories of several authorities', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOnPostgres();
    for (const [index, { authority, contracts }] of authorities.entries()) await importFacts(world, authority, facts(EVENTS, contracts, index));
  });
  afterAll(() => world.end());

  it('reconcile, each by itself', async () => {
    const reconciled = await reconcile(world);
    expect(reconciled.map(({ authority, position }) => [authority, position])).toEqual(authorities.map(({ authority }) => [authority, EVENTS]));
    for (const { entries, cells, rows, derived } of reconciled) {
      expect(entries).toBeGreaterThan(200);
      expect(cells).toBeGreaterThan(50);
      expect(rows).toBeGreaterThan(50);
      // the tables that answer the commonest questions are not empty
      for (const [table, count] of Object.entries(derived!)) expect({ table, some: count > (table === 'snapshot' ? 1 : 50) }).toEqual({ table, some: true });
    }
  }, 180_000);

  it('reconcile again after a rebuild', async () => {
    expect(await world.parts.engine.rebuild('totals')).toMatchObject({ events: EVENTS * authorities.length });
    expect(await reconcile(world, ['southshire'])).toHaveLength(1);
  });

  it('verify: their records are intact', async () => {
    for (const { authority } of authorities) expect(await world.parts.ledger.verify(authority)).toMatchObject({ authority, problems: [] });
  });

  /** Adds pence to what one row holds. */
  const nudge = (table: string, which: string, pence: number) =>
    world.database!.as('svl_projector', (tx) =>
      tx.query(
        `update TOTALS.${table} set validated_pence = validated_pence + $1
          where ctid = (select ctid from TOTALS.${table} as one where authority = $2 and validated_pence > 1 and ${which} order by to_jsonb(one) - 'validated_pence' limit 1)`.replaceAll('TOTALS', TOTALS),
        [pence, 'upshire'],
      ),
    );
  // the last of its key is what answers ask; the first snapshot and closing, what none of the questions asks
  const last = (table: string) => `position = (select max(position) from TOTALS.${table} where authority = $2 and validated_pence > 1)`;
  const earliest = (table: string) => last(table).replace('max', 'min');

  it.each([
    ['a cell', 'cell', 'true'],
    ['a closing', 'closing', last('closing')],
    ['an early closing', 'closing', earliest('closing')],
    ['a snapshot', 'snapshot_cell', last('snapshot_cell')],
    ['a snapshot by periods', 'snapshot_period', earliest('snapshot_period')],
  ])('would not reconcile with %s that is a penny out', async (_what, table, which) => {
    await nudge(table, which, 1);
    await expect(reconcile(world, ['upshire'])).rejects.toThrow(/validated/);
    await nudge(table, which, -1);
  });

  it.each([
    ['the last closing', 'closing', ['year', 'theme', 'contract-basis'], undefined],
    ['the last snapshot', 'snapshot_cell', ['contract', 'contract-basis'], String(EVENTS - 1)],
    ['the last snapshot by periods', 'snapshot_period', ['quarter', 'contract-basis', 'contract'], String(EVENTS - 1)],
  ] as const)('are answered from %s: a penny out there is a penny out in an answer', async (_what, table, by, knownAt) => {
    const { totals, ledger, clock } = world.parts;
    const validated = async (): Promise<number> => {
      const { rows } = await new AskTotalsHandler(totals, ledger, clock).execute(new AskTotalsQuery('upshire', { by, where: [], yearBasis: 'delivered', knownAt }));
      return rows.reduce((sum, { pence }) => sum + (pence.validated ?? 0), 0);
    };
    // of stocks, quarters are replayed
    const names = table === 'closing' ? 'rollup' : 'dimension';
    const which = `${last(table)} and (select combine from TOTALS.${names} where authority = $2 and id = one.${names}) <> 'latest'`;
    const before = await validated();
    await nudge(table, which, 1);
    expect(await validated()).toBe(before + 1);
    await nudge(table, which, -1);
  });

  it('reconcile when nothing is out any more', async () => {
    expect(await reconcile(world, ['upshire'])).toHaveLength(1);
  });
});

describe('The golden authority', () => {
  it.each([
    ['in PostgreSQL', worldOnPostgres],
    ['in memory', () => Promise.resolve(worldInMemory())],
  ])('reconciles after each import, %s', async (_name, makeWorld) => {
    const world = await makeWorld();
    try {
      const { ledger, directory, importedRows, evidence, clock } = world.parts;
      const ports = { ledger, directory, importedRows, evidenceFiles: evidence, clock };
      for (const folder of fenmarchImports) {
        const answer = await importWorkbook(ports, { reader: await csvFolder(folder), commandId: folder, actingAs: 'local operator', createAuthority: 'Fenmarch' });
        expect(answer).toMatchObject({ status: 'accepted' });
        const [reconciled] = await reconcile(world);
        expect(reconciled).toMatchObject({ authority: FENMARCH, position: answer.position });
        expect(reconciled!.entries).toBeGreaterThan(100);
      }
    } finally {
      await world.end();
    }
  });
});

describe('A history in memory', () => {
  it('reconciles', async () => {
    const world = worldInMemory();
    await importFacts(world, 'westshire', facts(EVENTS, 10, 99));
    expect(await reconcile(world)).toEqual([expect.objectContaining({ authority: 'westshire', position: EVENTS })]);
    await world.end();
  });
});
