import { registerProjection } from '../../libs/areas/registers/fold/register.projection.js';
import { totalsProjection } from '#areas/totals/index.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { projectionSchema, type AnyProjection } from '#engine/projections/projection.js';
import { generateEvents, seedOfThisRun } from '../support/generate-events/generate-events.js';
import { reconcile } from '../support/reconcile.js';
import { importFacts, type World, worldOnPostgres } from '../support/world.js';

const AUTHORITY = 'testshire';
const EVENTS = 1_500;
const LATER = 200;

/** All rows of a read model's tables, as text, in the order of their texts. */
async function everyRow({ database }: World, projection: AnyProjection): Promise<Record<string, readonly string[]>> {
  const schema = projectionSchema(projection.name, projection.version);
  const rows: Record<string, readonly string[]> = {};
  for (const table of Object.keys(projection.tables as object)) {
    const found = await database!.as('svl_projector', (tx) => tx.query<{ row: string }>(`select t::text as row from ${schema}.${table} as t order by 1`));
    rows[table] = found.map(({ row }) => row);
  }
  return rows;
}

describe('read models rebuilt stream by stream', () => {
  const generated = generateEvents({ seed: seedOfThisRun(), events: EVENTS, contracts: 15 }) as readonly { stream: string; event: NewEvent }[];
  let world: World;

  beforeAll(async () => {
    world = await worldOnPostgres();
    await importFacts(world, AUTHORITY, generated.slice(0, EVENTS - LATER));
  });
  afterAll(() => world.end());

  it.each([totalsProjection, registerProjection] as readonly AnyProjection[])('$name: the same rows as event by event', async (projection) => {
    const stood = await everyRow(world, projection);
    for (const [table, rows] of Object.entries(stood)) if (rows.length === 0) throw new Error(`Nothing would be compared of ${table}.`);
    expect(await world.parts.engine.rebuild(projection.name)).toMatchObject({ events: EVENTS - LATER });
    expect(await everyRow(world, projection)).toEqual(stood);
  });

  it('are right after the next events too', async () => {
    const versions = new Map<string, number>();
    for (const { stream } of generated.slice(0, EVENTS - LATER)) versions.set(stream, (versions.get(stream) ?? 0) + 1);
    const later = generated.slice(EVENTS - LATER);
    const outcome = await world.parts.ledger.import({
      authority: AUTHORITY,
      commandId: 'later',
      requestHash: '0'.repeat(64),
      actor: 'person-test',
      expectedVersions: new Map(later.map(({ stream }) => [stream, versions.get(stream) ?? 0])),
      events: later,
      references: [],
    });
    expect(outcome).toMatchObject({ outcome: 'appended', position: EVENTS });
    await world.parts.engine.catchUp(AUTHORITY);
    expect(await reconcile(world)).toEqual([expect.objectContaining({ authority: AUTHORITY, position: EVENTS })]);
  });
});
