import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { naiveCoverage, naiveKept, type NaiveQuestion, naiveTotals, type StoredEvent } from './naive-count.js';
import { share } from './share.js';

/** Small ledgers whose figures were worked out by hand: what Fenmarch does not hold. Every unit is worth £1. */

const none = { deadweight: null, displacement: null, leakage: null, causedByOthers: null };
const measure = {
  measure: 'M1', theme: 'Jobs', outcome: 'Work', unit: 'each', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '1', factors: none, tags: ['a'],
};
const commitmentTerms = {
  measure, provider: null, basis: 'contract', evidenceRequired: [], place: '', beneficiaryGroup: '', beneficiaryAgency: '', priority: '', tags: [], factors: none,
};
const contractTerms = { reference: 'C1', directorate: 'Place', lead: 'P1', startsOn: '2024-04-01', endsOn: '2026-03-31', valuePence: 1_000 };
const claim = { commitment: 'K1', provider: null, item: false, inAddition: false, evidence: [], evidencedQuantity: null };

type Said = readonly [type: string, payload?: object, stream?: string];

const provider = (reference: string, type: string): Said => ['ProviderRegistered', { terms: { reference, type } }, `provider:${reference}`];
const contract: Said = ['ContractRegistered', { terms: contractTerms }];
const shared: Said = ['MembersAgreed', { members: [{ provider: 'P1', share: '60' }, { provider: 'P2', share: '40' }] }];
const made = (over: object = {}, ofMeasure: object = {}): Said => ['CommitmentMade', { commitment: 'K1', terms: { ...commitmentTerms, ...over, measure: { ...measure, ...ofMeasure } } }];
const target = (quantity: string, from = '2024-04-01', to = '2025-03-31'): Said => ['TargetAgreed', { commitment: 'K1', from, to, quantity }];
const reported = (report: string, quantity: string, to = '2024-06-30', over: object = {}): Said => ['DeliveryReported', { ...claim, report, from: `${to.slice(0, 8)}01`, to, quantity, ...over }];
const corrected = (corrects: string, report: string, quantity: string, to = '2024-06-30', over: object = {}): Said => ['DeliveryCorrected', { ...claim, corrects, report, from: `${to.slice(0, 8)}01`, to, quantity, ...over }];
const validated = (report: string, accepted: string): Said => ['DeliveryValidated', { commitment: 'K1', report, accepted, factors: none }];
const ofReport = (type: string, report: string): Said => [type, { commitment: 'K1', report }];
const closed = (year: string): Said => ['YearClosed', { year }, 'calendar'];

/** One entry an hour, from noon on 1 June 2025. */
function ledger(...said: readonly Said[]): readonly StoredEvent[] {
  return said.map(([type, payload = {}, stream = 'contract:C1'], place) => ({
    authority: 'testshire', position: place + 1, stream, version: place + 1, type, businessDate: '2025-04-01', actor: 'clerk', payload,
    recordedAt: new Date(Date.parse('2025-06-01T12:00:00Z') + place * 3_600_000).toISOString(),
  }));
}

/** By key, the figures asked for that are not 0, in pounds. */
function figures(events: readonly StoredEvent[], over: Partial<NaiveQuestion> = {}) {
  const rows = naiveTotals(events, { by: ['year'], yearBasis: 'delivered', today: '2026-06-30', ...over });
  const shown = ({ pence }: (typeof rows)[number]) => Object.fromEntries(Object.entries(pence).flatMap(([figure, value]) => (value ? [[figure, value / 100]] : [])));
  return Object.fromEntries(rows.map((row) => [Object.values(row.key).join(' '), shown(row)]));
}

test('imports nothing of what it is there to check', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const sources = readdirSync(folder).filter((name) => !name.endsWith('.spec.ts')).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  expect(sources.length).toBeGreaterThan(5);
  const imported = sources.flatMap((source) => [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from!));
  expect(imported.filter((from) => !/^\.\/[a-z-]+\.js$/.test(from))).toEqual([]);
});

describe('stocks', () => {
  const start = [contract, shared, made({}, { combine: 'latest' })];

  test('a later 0 replaces an earlier 5, and a later whole replaces a member', () => {
    expect(figures(ledger(...start, reported('D1', '5'), reported('D2', '0', '2024-07-31')))).toEqual({});
    const events = ledger(...start, reported('D1', '5', '2024-06-30', { provider: 'P1' }), reported('D2', '10', '2024-07-31'), reported('D3', '7', '2024-08-31', { provider: 'P2' }));
    expect(figures(events, { by: ['provider'] })).toEqual({ P1: { reported: 6, evidenced: 6 }, P2: { reported: 7, evidenced: 7 } });
  });

  test('of two that end on one day the report recorded later counts, whichever is validated later', () => {
    const events = ledger(...start, reported('D1', '5'), reported('D2', '8', '2024-06-30', { item: true }), validated('D2', '8'), validated('D1', '4'));
    expect(figures(events)['2024/25']).toEqual({ reported: 8, evidenced: 8, validated: 8, notAssessed: 8 });
  });

  test('an opening balance counts as brought forward while it is the line that counts', () => {
    const opening: Said = ['OpeningBalanceBroughtForward', { commitment: 'K1', provider: null, from: '2024-04-01', to: '2024-06-30', quantity: '9', attestedBy: 'officer' }];
    expect(figures(ledger(...start, opening))['2024/25']).toEqual({ reported: 9, validated: 9, notAssessed: 9, broughtForward: 9 });
    expect(figures(ledger(...start, opening, reported('D1', '3', '2024-07-31')))['2024/25']).toEqual({ reported: 3, evidenced: 3, validated: 9, notAssessed: 9 });
  });

  test('quarters do not add up to the year, and due is the latest of the targets that have ended', () => {
    const events = ledger(...start, target('4', '2024-04-01', '2024-06-30'), target('6', '2024-07-01', '2025-03-31'));
    expect(figures(events, { deliveredTo: '2024-12-31' })).toEqual({ '2024/25': { committed: 6, due: 4 } });
    expect(figures(events, { by: ['quarter'], deliveredTo: '2024-12-31' })).toEqual({ '2024/25 Q1': { committed: 4, due: 4 }, '2024/25 Q4': { committed: 6 } });
  });
});

describe('corrections', () => {
  const start = [contract, made(), reported('D1', '10'), validated('D1', '8')];
  const stands = { reported: 10, evidenced: 10, validated: 8, notAssessed: 8 };

  test('that move the year leave what was validated where it was', () => {
    expect(figures(ledger(...start, corrected('D1', 'D2', '13', '2025-04-30')))).toEqual({
      '2024/25': { validated: 8, notAssessed: 8 },
      '2025/26': { reported: 13, evidenced: 13, underCorrection: 3 },
    });
  });

  test('that are cancelled or rejected give way', () => {
    for (const end of ['CorrectionCancelled', 'DeliveryRejected']) {
      expect(figures(ledger(...start, corrected('D1', 'D2', '13'), ofReport(end, 'D2')))).toEqual({ '2024/25': stands });
    }
  });

  test('whose validation is withdrawn show the earlier one again, under correction', () => {
    const events = ledger(...start, corrected('D1', 'D2', '13'), validated('D2', '13'), ofReport('ValidationWithdrawn', 'D2'));
    expect(figures(events)).toEqual({ '2024/25': { ...stands, reported: 13, evidenced: 13, underCorrection: 3 } });
    expect(figures(events, { position: 6 })).toEqual({ '2024/25': { reported: 13, evidenced: 13, validated: 13, notAssessed: 13 } });
  });

  test('that name another member move what is under correction between members', () => {
    const events = ledger(contract, shared, made(), reported('D1', '10'), validated('D1', '10'), corrected('D1', 'D2', '10', '2024-06-30', { provider: 'P2' }));
    expect(figures(events, { by: ['provider'] })).toEqual({
      P1: { validated: 6, notAssessed: 6, underCorrection: -6 },
      P2: { reported: 10, evidenced: 10, validated: 4, notAssessed: 4, underCorrection: 6 },
    });
  });
});

test('a rejected first report stays reported; a withdrawn one counts nowhere', () => {
  const events = ledger(contract, made(), reported('D1', '10'), ofReport('DeliveryRejected', 'D1'), ofReport('DeliveryWithdrawn', 'D1'));
  expect(figures(events, { position: 4 })).toEqual({ '2024/25': { reported: 10, evidenced: 10 } });
  expect(figures(events)).toEqual({});
});

test('evidence that goes takes evidenced with it', () => {
  const evidence = [{ id: 'E1', kind: 'payroll' }];
  const events = ledger(
    contract, made({ evidenceRequired: ['payroll'] }), reported('D1', '-10'),
    ['EvidenceAttached', { commitment: 'K1', report: 'D1', evidence, evidencedQuantity: '-7' }],
    ['EvidenceWithdrawn', { commitment: 'K1', report: 'D1', evidence: 'E1' }],
  );
  expect(figures(events, { position: 3 })).toEqual({ '2024/25': { reported: -10 } });
  expect(figures(events, { position: 4 })).toEqual({ '2024/25': { reported: -10, evidenced: -7 } });
  expect(figures(events)).toEqual({ '2024/25': { reported: -10 } });
});

describe('the posted basis', () => {
  test('posts what changes after a closing to the next year, also when a provider changes its type', () => {
    const events = ledger(
      provider('P1', 'small business'), contract, made(), reported('D1', '10'), closed('2024/25'), validated('D1', '8'),
      ['ProviderVaried', { terms: { reference: 'P1', type: 'public body' } }, 'provider:P1'],
    );
    const by = ['year', 'provider-type'];
    expect(figures(events, { by, yearBasis: 'posted' })).toEqual({
      '2024/25 small business': { reported: 10, evidenced: 10 },
      '2025/26 small business': { reported: -10, evidenced: -10 },
      '2025/26 public body': { reported: 10, evidenced: 10, validated: 8, notAssessed: 8 },
    });
    expect(figures(events, { by })).toEqual({ '2024/25 public body': { reported: 10, evidenced: 10, validated: 8, notAssessed: 8 } });
    expect(figures(events, { by, yearBasis: 'posted', deliveredTo: '2024-05-31' })).toEqual({});
  });

  test('skips years that are closed, and keeps naming the quarter that the delivery belongs to', () => {
    const events = ledger(contract, made(), closed('2025/26'), reported('D1', '10'));
    expect(figures(events, { by: ['year', 'quarter'], yearBasis: 'posted' })).toEqual({ '2026/27 2024/25 Q1': { reported: 10, evidenced: 10 } });
  });
});

test('a commitment withdrawn owes nothing more; what was delivered on it still counts', () => {
  const events = ledger(contract, made(), target('20'), reported('D1', '10'), ['CommitmentWithdrawn', { commitment: 'K1' }]);
  expect(figures(events, { position: 4 })).toEqual({ '2024/25': { committed: 20, due: 20, reported: 10, evidenced: 10 } });
  expect(figures(events)).toEqual({ '2024/25': { reported: 10, evidenced: 10 } });
});

test('due is taken on the day of the position, else today', () => {
  const events = ledger(contract, made(), target('20', '2025-04-01', '2025-06-30'));
  expect(figures(events, { position: 3 })).toEqual({ '2025/26': { committed: 20 } });
  expect(figures(events, { today: '2025-06-30' })).toEqual({ '2025/26': { committed: 20, due: 20 } });
  expect(figures(events, { today: '2025-06-29' })).toEqual({ '2025/26': { committed: 20 } });
});

test('tags are a lens: lines show under each of theirs, and once in a total that asks for several', () => {
  const events = ledger(contract, made({ tags: ['b'] }), reported('D1', '10'));
  const line = { reported: 10, evidenced: 10 };
  expect(figures(events, { by: ['tag'] })).toEqual({ a: line, b: line });
  expect(figures(events, { by: ['tag'], where: { tag: ['b', 'c'] } })).toEqual({ b: line });
  expect(figures(events, { by: [], where: { tag: ['a', 'b'] } })).toEqual({ '': line });
});

test('beyond contract stands apart, and what has no value has no pence', () => {
  expect(figures(ledger(contract, made({ basis: 'beyond contract' }), reported('D1', '10')))).toEqual({});
  const [row] = naiveTotals(ledger(contract, made({}, { unitValue: null }), reported('D1', '2.5')), { by: [], yearBasis: 'delivered', today: '2026-06-30' });
  expect(row!.pence.reported).toBeNull();
  expect(row!.quantities).toEqual([
    { measure: 'M1', unit: 'each', committed: '0', due: '0', reported: '2.5', evidenced: '2.5', validated: '0', notAssessed: '0', underCorrection: '0', broughtForward: '0' },
  ]);
});

test('shares: the last unit goes to the larger remainder, of equal ones to the lower code point, magnitudes first', () => {
  const thirds = (...providers: string[]) => [{ provider: providers[0]!, share: '33.34' }, ...providers.slice(1).map((one) => ({ provider: one, share: '33.33' }))];
  expect(share(-100n, thirds('P1', 'P2', 'P3')).map(({ amount }) => amount)).toEqual([-34n, -33n, -33n]);
  const halves = [{ provider: '🏠', share: '50' }, { provider: 'ﬀ', share: '50' }];
  expect(share(-3n, halves)).toEqual([{ provider: '🏠', amount: -1n }, { provider: 'ﬀ', amount: -2n }]);
  expect(() => share(10n, halves.slice(1))).toThrow('do not add to 100');
});

test('a commitment without value is kept when the quantity due is reached, and a negative keeps nothing', () => {
  const unvalued = [contract, made({}, { unitValue: null }), target('5'), reported('D1', '5'), validated('D1', '5')];
  const nothing = { due: 0, kept: 0, overDelivery: 0, percent: null };
  const kept = (events: readonly StoredEvent[], deliveredTo: string) => naiveKept(events, { by: [], deliveredTo });
  expect(kept(ledger(...unvalued), '2025-03-31')).toEqual([{ key: {}, ...nothing, unvaluedDue: 1, unvaluedKept: 1 }]);
  expect(kept(ledger(...unvalued), '2025-03-30')).toEqual([]);
  const negative = ledger(contract, made(), target('8'), reported('D1', '-5'), validated('D1', '-5'));
  expect(kept(negative, '2025-03-31')).toEqual([{ key: {}, due: 800, kept: 0, overDelivery: 0, percent: '0.0', unvaluedDue: 0, unvaluedKept: 0 }]);
});

test('coverage looks at the years asked about', () => {
  const schedule: Said = ['ReportingScheduleAgreed', { frequency: 'annual' }];
  const returned = (from: string, to: string): Said => ['ReturnSubmitted', { provider: 'P1', from, to }];
  const events = ledger(contract, schedule, made(), reported('D1', '5'), returned('2024-04-01', '2025-03-31'));
  const one = { number: 1, pence: 1_000 };
  const no = { number: 0, pence: 0 };
  const asked = (years?: readonly string[], today = '2026-06-30') => naiveCoverage(events, { today, ...(years ? { years } : {}) });
  expect(asked(['2024/25'])).toEqual({ contracts: one, withCommitments: one, returned: one, decided: no, validatedPence: 0 });
  expect(asked(['2025/26'])).toEqual({ contracts: one, withCommitments: one, returned: no, decided: one, validatedPence: 0 });
  expect(asked(['2025/26'], '2026-03-30').returned).toEqual(one);
  expect(asked(['2026/27']).contracts).toEqual(no);
  expect(asked()).toEqual({ contracts: one, withCommitments: one, returned: no, decided: no, validatedPence: 0 });
});
