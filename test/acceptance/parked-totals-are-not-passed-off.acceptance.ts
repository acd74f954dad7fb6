import { AskTotalsHandler } from '../../libs/areas/totals/ask-totals/ask-totals.query.js';
import { AskTotalsQuery } from '#areas/totals/index.js';
import { randomUUID } from 'node:crypto';
import { contractRegistered } from '../support/facts.js';
import { type World, worldInMemory } from '../support/world.js';

/**
 * Totals that are parked before an entry were given out as if they knew it, where whoever asks folds first: folding up
 * to a parked entry ends without an error.
 */
it('refuses totals as known at an entry that they are parked before', async () => {
  const world: World = worldInMemory();
  const { ledger, engine, totals, clock } = world.parts;
  await ledger.open('fen', 'Fen');
  const write = (stream: string, event: ReturnType<typeof contractRegistered>) =>
    ledger.append({ authority: 'fen', commandId: randomUUID(), requestHash: '0'.repeat(64), actor: 'a', writes: [{ stream, expectedVersion: 0, events: [event] }] });
  await write('contract:C1', contractRegistered());
  // a target of a commitment that was never made: the fold cannot take it
  await write('contract:C2', { type: 'TargetAgreed', businessDate: '2024-04-01', payload: { commitment: 'K9', from: '2024-04-01', to: '2025-03-31', quantity: '1' } });
  const ask = (knownAt: string) => new AskTotalsHandler(totals, ledger, clock).execute(new AskTotalsQuery('fen', { by: [], where: [], yearBasis: 'delivered', knownAt }));
  await expect(ask('1')).resolves.toMatchObject({ position: 1 });
  await expect(ask('2')).rejects.toThrow('must be folded into the totals, which stand still at entry 1');
  await engine.stop();
  await world.end();
});
