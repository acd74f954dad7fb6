import type { NewEvent } from '#domain/kernel/event.js';
import { csvFolder, importWorkbook } from '#areas/workbook/index.js';
import { generateEvents, seedOfThisRun } from '../support/generate-events/generate-events.js';
import { FENMARCH, fenmarchImports } from '../support/golden/fenmarch.js';
import { reconcile } from '../support/reconcile.js';
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
    for (const { entries, cells, rows } of reconciled) {
      expect(entries).toBeGreaterThan(200);
      expect(cells).toBeGreaterThan(50);
      expect(rows).toBeGreaterThan(50);
    }
  });

  it('reconcile again after a rebuild', async () => {
    expect(await world.parts.engine.rebuild('totals')).toMatchObject({ events: EVENTS * authorities.length });
    expect(await reconcile(world, 'southshire')).toHaveLength(1);
  });

  it('verify: their records are intact', async () => {
    for (const { authority } of authorities) expect(await world.parts.ledger.verify(authority)).toMatchObject({ authority, problems: [] });
  });

  it('would not reconcile with a cell that is a penny out', async () => {
    const nudge = (pence: number) =>
      world.database!.as('svl_projector', (tx) =>
        tx.query('update totals_v2.cell set validated_pence = validated_pence + $1 where authority = $2 and ctid = (select min(ctid) from totals_v2.cell where authority = $2)', [pence, 'eastshire']),
      );
    await nudge(1);
    await expect(reconcile(world, 'eastshire')).rejects.toThrow(/validated/);
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
