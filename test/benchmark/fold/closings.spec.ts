import type { NewEvent } from '#domain/kernel/event.js';
import { generateEvents } from '../../support/generate-events/generate-events.js';
import { TOTALS } from '../../support/reconcile-derived.js';
import { importFacts, OFTEN, worldOnPostgres } from '../../support/world.js';
import { closingsIn } from './closings.js';

test('the check of a fold finds a closing that is a penny out (bug: it looked at no closing)', async () => {
  const world = await worldOnPostgres();
  try {
    await importFacts(world, 'eastshire', generateEvents({ seed: 7, events: 300, contracts: 5 }) as readonly { stream: string; event: NewEvent }[]);
    const closings = () => world.database!.as('svl_projector', (tx) => closingsIn(tx.client, TOTALS, 'eastshire', OFTEN.block));
    const before = await closings();
    expect(Number(before.closings)).toBeGreaterThan(50);
    expect(await closings()).toEqual(before);
    const nudge = `update ${TOTALS}.closing set committed_pence = committed_pence + 1
                    where (rollup, position) = (select rollup, position from ${TOTALS}.closing order by position desc, rollup limit 1)`;
    await world.database!.as('svl_projector', (tx) => tx.query(nudge));
    await expect(closings()).rejects.toThrow('is not what its entries add up to');
  } finally {
    await world.end();
  }
});
