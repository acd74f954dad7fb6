import { aMeasure, commitmentMade, contractRegistered, targetAgreed } from '../../../../test/support/facts.js';
import { importFacts, worldInMemory } from '../../../../test/support/world.js';
import type { Ledger } from '#engine/ledger/ledger.js';
import { EventTeller } from '#areas/timeline/index.js';
import { AskTotalsHandler, AskTotalsQuery } from '../ask-totals/ask-totals.query.js';
import { CompareMomentsHandler, CompareMomentsQuery } from '../compare-moments/compare-moments.query.js';
import type { TotalsStore } from '../store/totals-store.js';

/**
 * A question read the totals in one transaction and, while that held its connection, asked the ledger over another. As
 * many such questions at once as the pool has connections waited for one another for ever, and so did everybody else.
 */
describe('A question about totals', () => {
  const world = worldInMemory();
  const { totals, ledger, directory, clock } = world.parts;
  let reading = 0;
  const store: TotalsStore = {
    read: (authority, work, atLeast) =>
      totals.read(
        authority,
        async (view) => {
          reading++;
          try {
            return await work(view);
          } finally {
            reading--;
          }
        },
        atLeast,
      ),
  };
  const alone = new Proxy(ledger, {
    get(target, name: keyof Ledger) {
      const member = target[name] as (...values: unknown[]) => unknown;
      return (...values: unknown[]) => {
        if (reading > 0) throw new Error(`${name} was asked while the totals were read.`);
        return member.apply(target, values);
      };
    },
  });

  beforeAll(async () => {
    const facts = [contractRegistered(), commitmentMade('K1', { measure: aMeasure() }), targetAgreed('10')];
    await importFacts(world, 'fenmarch', facts.map((event) => ({ stream: 'contract:C1', event })));
    // one more that the totals have not folded yet
    await ledger.append({
      authority: 'fenmarch',
      commandId: 'later',
      requestHash: '0'.repeat(64),
      actor: 'person-1',
      writes: [{ stream: 'contract:C1', expectedVersion: 3, events: [targetAgreed('10', '2025-04-01', '2026-03-31')] }],
    });
  });
  afterAll(() => world.end());

  it('asks the ledger only once the totals are read', async () => {
    const asked = { by: [], where: [], yearBasis: 'delivered' as const };
    const answer = await new AskTotalsHandler(store, alone, clock).execute(new AskTotalsQuery('fenmarch', asked));
    expect(answer).toMatchObject({ position: 3, recordedAt: world.clock.now(), rows: [{ pence: { committed: 10_000 } }] });
  });

  it('and so does a difference', async () => {
    const compare = new CompareMomentsHandler(store, alone, clock, new EventTeller(alone, directory));
    const { events } = await compare.execute(new CompareMomentsQuery('fenmarch', { from: '0', to: '3', by: [], where: [], yearBasis: 'delivered' }));
    expect(events.map(({ event }) => event)).toEqual(['TargetAgreed']);
  });
});
