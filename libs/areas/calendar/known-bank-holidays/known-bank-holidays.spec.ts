import { contractStream } from '#domain/contract/contract.js';
import { contractRegistered, contractTerminated, returnSubmitted, scheduleAgreed } from '../../../../test/support/facts.js';
import { importFacts, worldInMemory } from '../../../../test/support/world.js';
import { KnownBankHolidaysHandler, KnownBankHolidaysQuery } from './known-bank-holidays.query.js';

/** A contract that reports by the year, with what else happened to it. */
const yearly = (reference: string, over: Parameters<typeof contractRegistered>[0], ...more: ReturnType<typeof contractRegistered>[]) =>
  [contractRegistered({ reference, ...over }), scheduleAgreed({ frequency: 'annual' }), ...more].map((event) => ({ stream: contractStream(reference), event }));

/** Scotland has two running contracts, of which one goes on after 2028, Northern Ireland one that has ended; the tables end with 2028. */
const contracts = [
  ...yearly('C1', { jurisdiction: 'scotland', startsOn: '2024-04-01', endsOn: '2027-03-31' }),
  ...yearly('C2', { jurisdiction: 'scotland', startsOn: '2027-04-01', endsOn: '2030-03-31' }, returnSubmitted({ from: '2029-04-01', to: '2030-03-31' })),
  ...yearly('C3', { jurisdiction: 'northern-ireland', startsOn: '2024-04-01', endsOn: '2030-03-31' }, contractTerminated('2025-03-31')),
  ...yearly('C4', { jurisdiction: 'england-and-wales', startsOn: '2024-04-01', endsOn: '2027-03-31' }),
];

async function knownOn(now: string) {
  const world = worldInMemory(now);
  await importFacts(world, 'fenmarch', contracts);
  const known = await new KnownBankHolidaysHandler(world.parts.ledger, world.clock).execute(new KnownBankHolidaysQuery('fenmarch'));
  await world.end();
  return known.map(({ jurisdiction, through, contracts, daysBeyond, endsSoon }) => ({ jurisdiction, through, contracts, daysBeyond, endsSoon }));
}

describe('Until when bank holidays are known', () => {
  it('is told of each jurisdiction, with a warning where something is due beyond', async () => {
    // of C2’s returns that for 2028/29 is due in April 2029; that for 2029/30 has come
    expect(await knownOn('2027-05-01T12:00:00.000Z')).toEqual([
      { jurisdiction: 'england-and-wales', through: '2028-12-31', contracts: 1, daysBeyond: 0, endsSoon: false },
      { jurisdiction: 'scotland', through: '2028-12-31', contracts: 2, daysBeyond: 1, endsSoon: true },
      { jurisdiction: 'northern-ireland', through: '2028-12-31', contracts: 0, daysBeyond: 0, endsSoon: false },
    ]);
  });

  it('is worth a warning for the last year, where contracts count with it', async () => {
    expect((await knownOn('2027-12-31T12:00:00.000Z')).map(({ endsSoon }) => endsSoon)).toEqual([false, true, false]);
    expect((await knownOn('2028-01-02T12:00:00.000Z')).map(({ endsSoon }) => endsSoon)).toEqual([true, true, false]);
  });
});
