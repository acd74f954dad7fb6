import fc from 'fast-check';
import { eventCatalogue } from '#domain/catalogue.js';
import { naiveKept, naiveTotals } from '../naive-count/naive-count.js';
import { asStored, type GeneratedEvent, generateEvents, seedOfThisRun } from './generate-events.js';

const seed = seedOfThisRun();

/** What follows from returns and break clauses moves no figure; histories with it are made by `obligations/with-duties.ts`. */
const COUNT_NOTHING = [
  'AuthorityOpened',
  'BankHolidaysRecorded',
  'BreachNoticeServed',
  'BreachPutRight',
  'BreakClauseInvoked',
  'BreakClauseTriggered',
  'BreakClauseWaived',
  'BreakConditionMet',
  'BreakConditionSetAside',
  'ContractResumed',
  'ContractSuspended',
  'ContractTerminated',
  'DueDateExtended',
  'ExtensionAsked',
  'ExtensionRefused',
  'ImprovementPlanAgreed',
  'MissedReturnSetAside',
  'RemedyApplied',
  'ReturnMissed',
  'ShortfallCarriedForward',
  'SubstituteAgreed',
  'TextsErased',
];

describe('a generated history', () => {
  const generated = generateEvents({ seed, events: 4_000, contracts: 12 });
  /** Of a seed that stays, so that what is rare is not missing one day in a hundred. */
  const known = generateEvents({ seed: 2026, events: 4_000, contracts: 12 });

  test('has as many events as wanted, the same for the same seed, in well under a second', () => {
    const again = () => generateEvents({ seed, events: 4_000, contracts: 12 });
    expect(again()).toEqual(generated);
    expect(Math.min(seconds(again), seconds(again))).toBeLessThan(1);
    expect(generated).toHaveLength(4_000);
    expect(generateEvents({ seed: seed + 1, events: 4_000, contracts: 12 })).not.toEqual(generated);
  });

  test('says only what the schemas of its events allow', () => {
    const faults = generated.flatMap(({ event }) => {
      const definition = eventCatalogue.get(event.type);
      const read = definition?.schema.safeParse(event.payload);
      return read?.success ? [] : [`${event.type}: ${read?.error.message ?? 'is not in the catalogue'}`];
    });
    expect(faults).toEqual([]);
  });

  test('holds every type of event that counts', () => {
    const types = new Set(known.map(({ event }) => event.type));
    const missing = [...eventCatalogue.keys()].filter((type) => !types.has(type));
    expect(missing.sort()).toEqual(COUNT_NOTHING);
  });

  test('holds every situation that counting has a rule for', () => {
    const counts = situations(known);
    expect(Object.entries(counts).filter(([, count]) => count < 3)).toEqual([]);
  });

  test('shares add to exactly 100 whenever members agree', () => {
    const agreed = generated.filter(({ event }) => event.type === 'MembersAgreed').map(({ event }) => (event.payload as { members: { share: string }[] }).members);
    expect(agreed.length).toBeGreaterThan(0);
    for (const members of agreed) expect(members.reduce((sum, { share }) => sum + Math.round(Number(share) * 10_000), 0)).toBe(1_000_000);
  });

  test('never runs backwards, and says nothing of a day to come', () => {
    const days = generated.map(({ recordedOn }) => recordedOn);
    expect([...days].sort()).toEqual(days);
    expect(generated.filter(({ event, recordedOn }) => event.businessDate > recordedOn)).toEqual([]);
  });
});

describe('the naive count of generated histories', () => {
  const question = { today: '2026-09-30', yearBasis: 'posted' } as const;
  const every = ['year', 'contract-basis', 'contract', 'measure', 'provider', 'provider-type', 'place', 'directorate'];

  test('is the same whether everything is read anew after each entry or only the commitments touched', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 50, max: 120 }), fc.constantFrom(undefined, '2025-03-31'), (history, length, deliveredTo) => {
        const events = asStored(generateEvents({ seed: history, events: length, contracts: 2 }));
        for (const by of [every, ['quarter', 'year', 'tag']]) {
          const asked = { ...question, by, ...(deliveredTo ? { deliveredTo } : {}) };
          expect(naiveTotals(events, asked)).toEqual(naiveTotals(events, { ...asked, replay: 'everything' }));
        }
      }),
      { numRuns: 12, seed },
    );
  });

  test('posts over all years what was delivered over all years, and years before the first closing as they were delivered', () => {
    const events = asStored(generateEvents({ seed, events: 1_500, contracts: 6 }));
    const total = (yearBasis: 'posted' | 'delivered', position: number) =>
      naiveTotals(events, { ...question, yearBasis, by: ['contract-basis', 'contract', 'provider-type', 'measure'], position });
    const closing = events.find(({ type }) => type === 'YearClosed')!.position;
    for (const position of [closing, 1_000, 1_500]) expect(total('posted', position)).toEqual(total('delivered', position));
    const byYear = (yearBasis: 'posted' | 'delivered') => naiveTotals(events, { ...question, yearBasis, by: ['year', 'contract'], position: closing });
    expect(byYear('posted')).toEqual(byYear('delivered'));
  });

  test('never moves the posted figures of a closed year again', () => {
    const events = asStored(generateEvents({ seed, events: 1_500, contracts: 6 }));
    const closing = events.find(({ type }) => type === 'YearClosed')!;
    const { year } = closing.payload as { year: string };
    const closed = (position: number) =>
      naiveTotals(events, { ...question, by: ['provider-type', 'theme'], where: { year: [year, '2022/23', '2021/22'] }, position, deliveredTo: '2026-09-30' });
    expect(closed(closing.position).length).toBeGreaterThan(0);
    for (const position of [1_000, 1_500]) expect(closed(position)).toEqual(closed(closing.position));
  });

  test('counts a few thousand events in seconds', () => {
    const events = asStored(generateEvents({ seed, events: 3_000, contracts: 12 }));
    const taken = seconds(() => {
      expect(naiveTotals(events, { ...question, by: ['year', 'theme'] }).length).toBeGreaterThan(0);
      expect(naiveKept(events, { deliveredTo: '2026-03-31', by: ['contract'] }).length).toBeGreaterThan(0);
    });
    expect(taken).toBeLessThan(15);
  });
});

/** What it takes of a processor, whatever else the machine is doing. */
function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

/** How often a history holds what the rules speak of. */
function situations(events: readonly GeneratedEvent[]): Record<string, number> {
  interface Claim {
    readonly report: string;
    readonly corrects?: string;
    readonly commitment: string;
    readonly provider: string | null;
    readonly to: string;
    readonly quantity?: string;
    readonly hours?: string;
    readonly inAddition: boolean;
    readonly evidencedQuantity: string | null;
  }
  const counts: Record<string, number> = {
    'a correction of an undecided report': 0,
    'a correction of a validated report': 0,
    'a correction of a rejected report': 0,
    'a correction of a correction': 0,
    'a correction that moves the year': 0,
    'a correction that moves the member': 0,
    'a rejected correction': 0,
    'a rejected first report': 0,
    'a cancelled correction': 0,
    'a withdrawn report': 0,
    'a withdrawn validation of a correction': 0,
    'a withdrawn validation of a first report': 0,
    'a part validation': 0,
    'factors at review': 0,
    'a negative': 0,
    'a report in addition': 0,
    'a partly evidenced report': 0,
    'a named member': 0,
    'no named member': 0,
    'an opening balance attested': 0,
    'an opening balance not attested': 0,
    'an opening balance stated anew': 0,
    'a report of a closed year': 0,
    'a decision after a year was closed': 0,
    'a target taken away': 0,
  };
  const claims = new Map<string, Claim>();
  const decisions = new Map<string, string>();
  let closed = '';
  for (const { event } of events) {
    const { type } = event;
    const said = event.payload as Claim & Record<string, unknown>;
    const count = (situation: string, is = true) => {
      if (is) counts[situation] = counts[situation]! + 1;
    };
    const claim = claims.get(said.report);
    if (type === 'YearClosed') closed = `${Number((said['year'] as string).slice(0, 4)) + 1}-03-31`;
    if (type === 'DeliveryReported' || type === 'DeliveryCorrected') {
      claims.set(said.report, said);
      count('a negative', (said.quantity ?? said.hours ?? '').startsWith('-'));
      count('a report in addition', said.inAddition);
      count('a partly evidenced report', said.evidencedQuantity !== null);
      count(said.provider === null ? 'no named member' : 'a named member');
      count('a report of a closed year', said.to <= closed);
    }
    if (type === 'DeliveryCorrected') {
      const old = claims.get(said.corrects!)!;
      count(`a correction of ${decisions.has(old.report) ? `a ${decisions.get(old.report)}` : 'an undecided'} report`);
      count('a correction of a correction', old.corrects !== undefined);
      count('a correction that moves the year', yearOf(old.to) !== yearOf(said.to));
      count('a correction that moves the member', old.provider !== said.provider);
    }
    if (type === 'DeliveryValidated') {
      decisions.set(said.report, 'validated');
      count('a part validation', said['part'] === true);
      count('factors at review', Object.values(said['factors'] as object).some((factor) => factor !== null));
      count('a decision after a year was closed', claim!.to <= closed);
    }
    if (type === 'DeliveryRejected') {
      decisions.set(said.report, 'rejected');
      count(claim!.corrects === undefined ? 'a rejected first report' : 'a rejected correction');
    }
    if (type === 'ValidationWithdrawn') {
      decisions.delete(said.report);
      count(claim!.corrects === undefined ? 'a withdrawn validation of a first report' : 'a withdrawn validation of a correction');
    }
    count('a cancelled correction', type === 'CorrectionCancelled');
    count('a withdrawn report', type === 'DeliveryWithdrawn');
    if (type === 'OpeningBalanceBroughtForward') {
      count(said['attestedBy'] === null ? 'an opening balance not attested' : 'an opening balance attested');
      count('an opening balance stated anew', said['change'] !== undefined);
    }
    count('a target taken away', Array.isArray(said['targets']) && said['targets'].some(({ quantity }) => quantity === null));
  }
  return counts;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
}
