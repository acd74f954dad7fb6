import { eventCatalogue } from '#domain/catalogue.js';
import { contractEvolution } from '#domain/contract/contract.js';
import { type ContractState, notRegistered } from '#domain/contract/state.js';
import { history, type HistoryEvent } from './history.js';

describe('the history that benchmarks fold', () => {
  const said = [...history({ seed: 2026, events: 6_000 })];

  test('has exactly as many events as wanted, the same for the same seed', () => {
    expect(said).toHaveLength(6_000);
    expect([...history({ seed: 2026, events: 6_000 })]).toEqual(said);
    expect([...history({ seed: 2027, events: 6_000 })]).not.toEqual(said);
  });

  test('says only what the schemas of its events allow', () => {
    const faults = said.flatMap(({ event }) => {
      const read = eventCatalogue.get(event.type)?.schema.safeParse(event.payload);
      return read?.success ? [] : [`${event.type}: ${read?.error.message ?? 'is not in the catalogue'}`];
    });
    expect(faults).toEqual([]);
  });

  test('reaches over four financial years, with what people do in them', () => {
    const types = new Set(said.map(({ event }) => event.type));
    for (const type of ['TargetAgreed', 'DeliveryCorrected', 'DeliveryQueried', 'QueryAnswered', 'DeliveryRejected', 'DeliveryWithdrawn', 'ProviderVaried', 'YearClosed']) {
      expect(types).toContain(type);
    }
    const years = said.flatMap(({ event }) => (event.type === 'YearClosed' ? [(event.payload as { year: string }).year] : []));
    expect(years.slice(0, 3)).toEqual(['2022/23', '2023/24', '2024/25']);
  });

  test('never runs backwards, and names each thing once', () => {
    const days = said.map(({ recordedOn }) => recordedOn);
    expect([...days].sort()).toEqual(days);
    const references = said.flatMap(({ reference }) => (reference ? [`${reference.kind} ${reference.reference}`] : []));
    expect(new Set(references).size).toBe(references.length);
  });

  test('speaks of nothing that is not there: every contract folds, and every decision finds its report undecided', () => {
    const states = new Map<string, ContractState>();
    for (const { stream, event } of said.filter(({ stream }) => stream.startsWith('contract:'))) {
      const before = states.get(stream) ?? notRegistered;
      expect(decides(event, before)).toBe(true);
      states.set(stream, contractEvolution.evolve(before, event as never));
    }
    expect(states.size).toBe(6);
  });
});

/** Whether an event that decides a report finds one that stands and waits; other events always may be. */
function decides({ type, payload }: HistoryEvent['event'], state: ContractState): boolean {
  if (!['DeliveryValidated', 'DeliveryQueried', 'DeliveryRejected'].includes(type)) return true;
  const { commitment, report } = payload as { commitment: string; report: string };
  const found = state.commitments[commitment]?.reports.get(report);
  return found?.standing === 'stands' && found.decision === null;
}
