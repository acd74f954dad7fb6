import { readFileSync } from 'node:fs';
import { AskKeptQuery, AskTotalsQuery } from '#areas/totals/index.js';
import { AskKeptHandler } from '#areas/totals/ask-kept/ask-kept.query.js';
import { AskTotalsHandler } from '#areas/totals/ask-totals/ask-totals.query.js';
import { combine, measureKind, type MeasureTerms, moneyKind } from '#domain/measures/measure.js';
import { basis } from '#domain/contract/commitment-terms.js';
import { frequency } from '#domain/contract/contract-terms.js';
import { providerType } from '#domain/authority/provider-terms.js';
import { naiveCoverage, naiveKept, naiveTotals } from '../../../test/support/naive-count/naive-count.js';
import { sampleCountyInMemory } from '../../../test/support/sample-county.js';
import { WEXCOMBE } from './index.js';

const YEARS = ['2023/24', '2024/25', '2025/26'];
const county = await sampleCountyInMemory();
const { events, ledger, totals, clock } = county;

interface Asked {
  readonly by?: readonly string[];
  readonly where?: readonly string[];
  readonly yearBasis?: 'delivered' | 'posted';
  readonly knownAt?: string;
}
async function ask({ by = [], where = [], yearBasis = 'delivered', ...more }: Asked) {
  return new AskTotalsHandler(totals, ledger, clock).execute(new AskTotalsQuery(WEXCOMBE, { by, where, yearBasis, ...more }));
}
/** The pence of the only row. */
async function penceOf(asked: Asked) {
  const { rows } = await ask(asked);
  expect(rows).toHaveLength(1);
  return rows[0]!.pence as Record<keyof (typeof rows)[0]['pence'], number>;
}
async function keptBy(contract: string) {
  const asked = { by: ['contract'], where: [`contract=${contract}`], deliveredTo: '2026-03-31' };
  const { rows } = await new AskKeptHandler(totals, ledger, clock).execute(new AskKeptQuery(WEXCOMBE, asked));
  return rows[0]!;
}
const factsOf = (type: string) => events.filter((event) => event.type === type).map(({ payload }) => payload as never);
/** What a share of the first is. */
const share = (part: number, whole: number) => part / whole;

describe('What the county holds', () => {
  it('is a hundred and fifty contracts, 106 providers, some three promises each', () => {
    expect(factsOf('ContractRegistered')).toHaveLength(150);
    expect(factsOf('ProviderRegistered')).toHaveLength(106);
    expect(factsOf('CommitmentMade')).toHaveLength(466);
    const rows = county.imports.reduce((sum, { imported }) => sum + (imported?.answer.counts.rows ?? 0), 0);
    expect(rows).toBeGreaterThan(8_000);
    expect(rows).toBeLessThan(10_000);
  });

  it('says hardly anything twice: bid sentences, titles, names', async () => {
    const repeated = (said: readonly string[]) => said.length - new Set(said).size;
    const sentences = factsOf('CommitmentMade').flatMap(({ bidSentence }: { bidSentence: { sha256: string } | null }) => (bidSentence ? [bidSentence.sha256] : []));
    const texts = [...(await ledger.texts(WEXCOMBE, sentences)).values()];
    expect(texts).toHaveLength(sentences.length);
    expect(repeated(texts)).toBeLessThan(4);
    expect(repeated(factsOf('ContractRegistered').map(({ terms }: { terms: { title: string } }) => terms.title))).toBe(0);
    expect(repeated(factsOf('ProviderRegistered').map(({ terms }: { terms: { name: string } }) => terms.name))).toBe(0);
  });

  it('shows every kind of measure, way of combining, kind of money, basis and type of provider', () => {
    const used = factsOf('CommitmentMade').map(({ terms }: { terms: { measure: MeasureTerms; basis: string } }) => terms);
    const having = (values: readonly string[]) => [...new Set(values)].sort();
    expect(having(used.map(({ measure }) => measure.kind))).toEqual([...measureKind.options].sort());
    expect(having(used.map(({ measure }) => measure.combine))).toEqual([...combine.options].sort());
    expect(having(used.map(({ measure }) => measure.money))).toEqual([...moneyKind.options].sort());
    expect(having(used.map((terms) => terms.basis))).toEqual([...basis.options].sort());
    expect(having(used.map(({ measure }) => measure.theme))).toHaveLength(5);
    expect(having(factsOf('ProviderRegistered').map(({ terms }: { terms: { type: string } }) => terms.type))).toEqual([...providerType.options].sort());
    const schedules = factsOf('ReportingScheduleAgreed').map((schedule: { frequency: string }) => schedule.frequency);
    expect(having(schedules)).toEqual(frequency.options.filter((one) => one !== 'monthly' && one !== 'listed dates').sort());
  });

  it('values nothing but by money paid, cost, or the county’s own estimate', () => {
    const sources = factsOf('MeasureDefined').flatMap(({ terms }: { terms: MeasureTerms }) => (terms.unitValue === null ? [] : [terms.valueSource]));
    expect(sources.filter((source) => !/^(Own estimate|Money paid|At cost)/.test(source))).toEqual([]);
  });

  it('keeps the evidence that lies beside its workbooks', async () => {
    const files = [...factsOf('DeliveryReported'), ...factsOf('DeliveryCorrected')].flatMap(({ evidence }: { evidence: { fileName?: unknown; sha256: string | null }[] }) => evidence.filter(({ fileName }) => fileName));
    expect(files).toHaveLength(12);
    for (const { sha256 } of files) expect(await county.ports.evidenceFiles.open(sha256!)).toBeDefined();
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(11);
  });
});

describe('What a cabinet member reads', () => {
  it('is some thirty million pounds promised, and rather more than half of it validated so far', async () => {
    const whole = await penceOf({});
    expect(whole.committed / 100).toBeGreaterThan(25_000_000);
    expect(whole.committed / 100).toBeLessThan(35_000_000);
    expect(share(whole.validated, whole.committed)).toBeGreaterThan(0.5);
    expect(share(whole.validated, whole.committed)).toBeLessThan(0.67);
  });

  it.each(YEARS)('falls, in %s, from promised to reported, evidenced, validated and additional', async (year) => {
    const pence = await penceOf({ where: [`year=${year}`] });
    const inOrder = [pence.committed, pence.reported, pence.evidenced, pence.validated, pence.additional];
    expect([...inOrder].sort((a, b) => b - a)).toEqual(inOrder);
    expect(new Set(inOrder).size).toBe(5);
    expect(share(pence.validated, pence.committed)).toBeGreaterThan(0.55);
    expect(share(pence.validated, pence.committed)).toBeLessThan(0.85);
  });

  it.each(YEARS)('has value in every theme in %s', async (year) => {
    const { rows } = await ask({ by: ['theme'], where: [`year=${year}`] });
    expect(rows.map(({ key }) => key.theme)).toEqual(['Communities', 'Environment', 'Jobs', 'Local economy', 'Skills']);
    for (const { pence } of rows) expect(pence.validated! / 100).toBeGreaterThan(50_000);
  });

  it('has the present year begun, with nothing of it decided', async () => {
    const { committed, reported, validated } = await penceOf({ where: ['year=2026/27'] });
    expect(reported).toBeGreaterThan(0);
    expect(reported * 20).toBeLessThan(committed);
    expect(validated).toBe(0);
  });

  it('covers most contracts with promises, and in each year some without a return or a decision', async () => {
    const counts = await Promise.all(YEARS.map(async (year) => (await ask({ where: [`year=${year}`], knownAt: '2026-05-18' })).coverage));
    expect(counts.map(({ contracts, withCommitments, returned }) => ({ contracts, withCommitments, returned }))).toEqual([
      { contracts: 109, withCommitments: 104, returned: 104 },
      { contracts: 125, withCommitments: 120, returned: 113 },
      { contracts: 123, withCommitments: 119, returned: 92 },
    ]);
    // of the last year most still wait for a reviewer
    expect(counts.map(({ decided, contracts }) => share(decided, contracts) > 0.5)).toEqual([true, true, false]);
  });
});

describe('What was known when', () => {
  it.each([
    ['2023/24', ['2023-11-06', '2024-05-20', '2024-07-31', '2024-11-04']],
    ['2024/25', ['2024-11-04', '2025-02-03', '2025-05-19', '2025-07-31', '2025-11-03']],
    ['2025/26', ['2025-11-03', '2026-02-02', '2026-05-18']],
  ])('differs for %s from paper to paper', async (year, days) => {
    const validated = await Promise.all(days.map(async (knownAt) => (await penceOf({ where: [`year=${year}`], knownAt })).validated));
    for (const [index, pence] of validated.entries()) expect(pence).toBeGreaterThan(validated[index - 1] ?? -1);
  });

  it('has the school meals a million and eighty thousand pounds too high until 18 November 2024', async () => {
    const promised = async (knownAt: string) => (await penceOf({ where: ['year=2024/25', 'measure=M12', 'contract=C08'], knownAt })).committed;
    expect((await promised('2024-11-17')) - (await promised('2024-11-18'))).toBe(108_000_000);
    const [correction] = factsOf('CommitmentCorrected').slice(-1) as { reason: { sha256: string } }[];
    const texts = await ledger.texts(WEXCOMBE, [correction!.reason.sha256]);
    expect([...texts.values()][0]).toMatch(/typed as £1,200,000; the bid says £120,000/);
  });

  it.each([
    ['2023/24', '2024-07-31'],
    ['2024/25', '2025-07-31'],
  ])('leaves %s, once closed, as it was posted; what came late is in the year after', async (year, closed) => {
    const posted = (knownAt?: string) => penceOf({ where: [`year=${year}`], yearBasis: 'posted', ...(knownAt ? { knownAt } : {}) });
    const { due: _, ...then } = await posted(closed);
    expect(await posted()).toMatchObject(then);
    const delivered = (knownAt?: string) => penceOf({ where: [`year=${year}`], ...(knownAt ? { knownAt } : {}) });
    expect((await delivered()).validated).toBeGreaterThan((await delivered(closed)).validated);
  });
});

describe('What stands out', () => {
  it('is the small charity that does nearly twice what it promised, and offsets nobody’s shortfall', async () => {
    expect(await keptBy('C06')).toMatchObject({ percent: '100.0' });
    const { overDelivery, due } = await keptBy('C06');
    expect(overDelivery).toBeGreaterThan(due * 0.7);
  });

  it('is the cleaners, whose reports thin out', async () => {
    const rows = await Promise.all(YEARS.map((year) => penceOf({ where: [`year=${year}`, 'contract=C10'] })));
    const reached = rows.map(({ validated, committed }) => share(validated, committed));
    expect(reached[0]).toBeGreaterThan(0.9);
    expect(reached[1]).toBeLessThan(0.35);
    expect(reached[2]).toBeLessThan(0.2);
    expect(factsOf('BreakClauseAgreed').filter(({ clause }: { clause: string }) => ['B04', 'B05'].includes(clause))).toHaveLength(2);
    const returns = factsOf('ReturnSubmitted').filter(({ provider }: { provider: string }) => provider === 'P10') as { nil: boolean }[];
    expect(returns.filter(({ nil }) => nil)).toHaveLength(1);
  });

  it('is a gift beyond any contract, shown apart', async () => {
    expect(await penceOf({ where: ['contract-basis=beyond contract', 'contract=C02'] })).toMatchObject({ committed: 0, validated: 1_850_000 });
    const { rows } = await ask({ by: ['contract'], where: ['contract-basis=beyond contract'] });
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every(({ pence }) => pence.committed === 0)).toBe(true);
  });

  it('is what was brought forward, corrected, not assessed, and never valued', async () => {
    const whole = await penceOf({});
    expect(whole.broughtForward).toBeGreaterThan(0);
    expect(whole.underCorrection).toBeLessThan(0);
    expect(whole.notAssessed).toBeGreaterThan(0);
    const { rows } = await ask({ by: ['measure'], where: ['measure=M17', 'year=2025/26', 'contract=C12'] });
    expect(rows[0]).toMatchObject({ pence: { committed: null }, quantities: [{ committed: '2400', reported: '2260', validated: '990' }] });
    expect((await keptBy('C12')).unvaluedKept).toBe(0);
  });

  it('is a provider that grew, and takes its amounts to another type from then on', async () => {
    const small = (knownAt: string) => ask({ where: ['provider=P12', 'provider-type=small business'], knownAt });
    expect((await small('2025-07-30')).rows).toHaveLength(1);
    expect((await small('2025-07-31')).rows).toHaveLength(0);
  });
});

describe('What the larger county adds', () => {
  it('is residential care, whose case summaries came after the year was closed: £93,000 of 2023/24, posted to 2024/25', async () => {
    const of = (asked: Asked) => penceOf({ ...asked, where: ['contract=C93', ...(asked.where ?? [])] });
    const then = await of({ where: ['year=2023/24'], knownAt: '2024-07-31' });
    const now = await of({ where: ['year=2023/24'] });
    expect(now.validated - then.validated).toBe(9_300_000);
    expect((await of({ where: ['year=2023/24'], yearBasis: 'posted' })).validated).toBe(then.validated);
    const posted = await of({ where: ['year=2024/25'], yearBasis: 'posted' });
    expect(posted.validated - (await of({ where: ['year=2024/25'] })).validated).toBe(9_300_000);
  });

  it('is Windmill Foods, whose deliveries thin out and then stop; a break clause stands', async () => {
    const { rows } = await ask({ by: ['quarter'], where: ['contract=C39'] });
    const reported = Object.fromEntries(rows.map(({ key, pence }) => [key['quarter'], pence.reported!]));
    expect(reported['2023/24 Q4']).toBeLessThan(reported['2023/24 Q2']!);
    expect(reported['2024/25 Q1']).toBeLessThan(reported['2023/24 Q4']!);
    expect(rows.filter(({ key, pence }) => key['quarter']! > '2024/25 Q1' && pence.reported! > 0)).toEqual([]);
    expect(factsOf('BreakClauseAgreed').filter(({ clause }: { clause: string }) => clause === 'B11')).toHaveLength(1);
  });

  it('is the flood wall at Tarrowby: £710,000 promised in ten months, little more than a quarter kept', async () => {
    const { due, kept, percent } = await keptBy('C74');
    expect(due).toBeGreaterThan(65_000_000);
    expect(share(kept, due)).toBeLessThan(0.35);
    expect(Number(percent)).toBeLessThan(35);
  });

  it('is a heat network built by three in thirds, and one provider with nine contracts', async () => {
    expect((await ask({ by: ['provider'], where: ['contract=C91'] })).rows.map(({ key }) => key['provider'])).toEqual(['P57', 'P66', 'P67']);
    expect((await ask({ by: ['contract'], where: ['provider=P17'] })).rows).toHaveLength(9);
  });
});

describe('The naive count agrees', () => {
  it.each([['2024-05-20'], ['2024-07-31'], ['2026-05-18']])('on the years as known at %s', async (day) => {
    const position = await ledger.positionAt(WEXCOMBE, `${day}T22:59:59.999Z`);
    for (const yearBasis of ['delivered', 'posted'] as const) {
      const { rows } = await ask({ by: ['year'], knownAt: day, yearBasis });
      const counted = naiveTotals(events, { by: ['year'], yearBasis, today: day, position });
      expect(rows.map(({ key, pence }) => [key, pence])).toEqual(counted.map(({ key, pence }) => [key, pence]));
    }
  });


  it.each([['year', 'theme'], ['contract'], ['provider', 'money'], ['tag']])('by %s %s', async (...by) => {
    const dimensions = by.filter((one) => typeof one === 'string');
    const { rows } = await ask({ by: dimensions });
    const counted = naiveTotals(events, { by: dimensions, yearBasis: 'delivered', today: clock.now().slice(0, 10) });
    expect(counted.length).toBeGreaterThan(4);
    const plain = (all: readonly { readonly key: object; readonly pence: object }[]) => all.map(({ key, pence }) => [key, pence]);
    expect(plain(rows)).toEqual(plain(counted));
  });

  it('on the share kept and on coverage', async () => {
    const [kept] = naiveKept(events, { by: ['contract'], where: { contract: ['C02'] }, deliveredTo: '2026-03-31' });
    expect(await keptBy('C02')).toMatchObject(kept!);
    const counted = naiveCoverage(events, { years: ['2024/25'], today: '2026-06-01' });
    const { coverage } = await ask({ where: ['year=2024/25'] });
    expect(coverage).toMatchObject({ contracts: counted.contracts.number, returned: counted.returned.number, decided: counted.decided.number });
  });
});

it('Nothing of the county is licensed', () => {
  const words = ['measures', 'commitments'].map((sheet) => readFileSync(new URL(`wexcombe/01-first-contracts/${sheet}.csv`, import.meta.url), 'utf8')).join('');
  expect(words).not.toMatch(/\bTOMs?\b|\bHACT\b|\bNT\d/);
});
