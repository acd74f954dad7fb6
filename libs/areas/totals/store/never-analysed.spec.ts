import { aMeasure, commitmentMade, contractRegistered, deliveryReported, targetAgreed } from '../../../../test/support/facts.js';
import { importFacts, type World, worldOnPostgres } from '../../../../test/support/world.js';
import type { Reads, Transaction } from '#engine/database/database.js';
import { AskKeptHandler, AskKeptQuery } from '../ask-kept/ask-kept.query.js';
import { PostgresTotalsStore } from './postgres-totals-store.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Parallel Aware'?: boolean;
  readonly Plans?: readonly Plan[];
}

const nodes = (plan: Plan): readonly string[] => [plan['Node Type'], ...(plan.Plans ?? []).flatMap(nodes)];

/**
 * The first page of the sample county took 1.3 s: of tables that nobody had analysed yet the planner believed that they held
 * a row or two, and every amount was looked at once for each of 462 dimensions.
 */
describe('Sums over tables that were never analysed', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOnPostgres();
    const facts = [contractRegistered(), commitmentMade('K1', { measure: aMeasure() }), targetAgreed('10'), deliveryReported({ quantity: '4' })];
    await importFacts(world, 'fenmarch', facts.map((event) => ({ stream: 'contract:C1', event })));
    await world.parts.engine.catchUp();
  });
  afterAll(() => world.end());

  it('go through them once', async () => {
    const plans: Plan[] = [];
    const explained = (tx: Transaction): Transaction =>
      new Proxy(tx, {
        get: (target, name) =>
          name !== 'query'
            ? (target[name as keyof Transaction] as unknown)
            : async (statement: string | { text: string }, values?: readonly unknown[]) => {
                const text = typeof statement === 'string' ? statement : statement.text;
                if (text.includes('group by')) {
                  const [row] = await target.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, values);
                  plans.push(row!['QUERY PLAN'][0].Plan);
                }
                return target.query(statement as never, values);
              },
      });
    const reads: Reads = { read: (authorities, work) => world.database!.read(authorities, (tx) => work(explained(tx))) };
    const store = new PostgresTotalsStore(reads, () => Promise.resolve());
    const handler = new AskKeptHandler(store, world.parts.ledger, world.clock);
    const kept = await handler.execute(new AskKeptQuery('fenmarch', { by: [], where: [], deliveredTo: '2026-11-20' }));
    expect(kept.rows).toHaveLength(1);
    expect(plans).toHaveLength(1);
    expect(nodes(plans[0]!)).not.toContain('Nested Loop');
  });
});
