import { factsInWords } from './facts-in-words.js';

const told = (facts: Readonly<Record<string, string>>) => factsInWords(Object.entries(facts).map(([field, value]) => ({ field, value }))).map(({ key, value }) => `${key}: ${value}`);

describe('the facts of an event in words', () => {
  it('of a delivery report: what and how much first, who said so last, and nothing that is not the case', () => {
    expect(
      told({
        reportedBy: 'returns@x.example',
        commitment: 'K17',
        'evidence[0].id': 'E1',
        'evidence[0].kind': 'payroll',
        'evidence[0].fileName': 'starters.pdf',
        'evidence[0].sha256': 'ab12',
        'evidence[1].id': 'E2',
        'evidence[1].kind': 'site visit',
        from: '2025-04-01',
        hours: '2.50',
        inAddition: 'false',
        item: 'true',
        people: '1040',
        report: 'D063',
        to: '2025-06-30',
      }),
    ).toEqual([
      'Commitment: K17',
      'Delivery report: D063',
      'Period: 1 April 2025 to 30 June 2025',
      'Hours × people: 2.5 × 1,040',
      'Evidence: payroll: starters.pdf (file kept under SHA-256 ab12)',
      'Evidence: site visit (held elsewhere by the authority)',
      'A dated item, not a period’s total: yes',
      'Reported by: returns@x.example',
    ]);
  });

  it('of a commitment: the measure by name, its value, and what would not be additional', () => {
    expect(
      told({
        'terms.measure.measure': 'M04',
        'terms.measure.name': 'Volunteering hours',
        'terms.measure.unitValue': '16.9325',
        'terms.measure.factors.deadweight': '10',
        'terms.measure.factors.leakage': '0',
        'terms.factors.displacement': '12.50',
        'terms.beneficiaryGroup': 'young people',
        bidSentence: 'We lend our hall.',
      }),
    ).toEqual([
      'Sentence of the bid: We lend our hall.',
      'Measure: Volunteering hours (M04)',
      'Value of one unit: £16.9325',
      'Not additional (of the measure): 10% would have happened anyway, 0% left the area',
      'Not additional: 12.5% moved from elsewhere',
      'Beneficiary group: young people',
    ]);
  });

  it('of a condition that was met: money in pounds, each period that was short on a line', () => {
    expect(
      told({
        'breach.kind': 'shortfall',
        'breach.periods[0].duePence': '123456',
        'breach.periods[0].from': '2025-04-01',
        'breach.periods[0].keptPence': '10000',
        'breach.periods[0].to': '2025-06-30',
        'breach.periods[0].unvaluedDue': '1',
        'breach.periods[0].unvaluedPercent': '37.5',
        case: '1',
        clause: 'B1',
        metOn: '2025-08-01',
      }),
    ).toEqual([
      'Breach: shortfall',
      'Short in: 1 April 2025 to 30 June 2025: £100.00 validated of £1,234.56 due; 37.5% of what has no value',
      'Case: 1',
      'Break clause: B1',
      'Met on: 1 August 2025',
    ]);
  });

  it('of what is agreed about a breach: steps with their days, money in pounds, and where a substitute is owed', () => {
    expect(told({ 'steps[0].by': '2025-09-01', 'steps[0].step': 'A second tutor is found', creditPence: '50000', settles: 'false' })).toEqual(['Step: A second tutor is found (by 1 September 2025)', 'Credit: £500.00']);
    expect(told({ 'by.commitment': 'K2', 'by.from': '2025-07-01', 'by.quantity': '4', 'by.to': '2025-09-30' })).toEqual([
      'Made good by the commitment: K2',
      'In the period: 1 July 2025 to 30 September 2025',
      'Made good by: 4',
    ]);
    expect(told({ 'shortfalls[0].commitment': 'K1', 'shortfalls[0].reason': 'A tutor left.' })).toEqual(['Shortfall: K1: A tutor left.']);
  });

  it('of changes: targets that were taken away, and why', () => {
    expect(
      told({
        'change.kind': 'entry error',
        'change.reason': 'Typed in pence',
        'targets[0].from': '2025-04-01',
        'targets[0].to': '2025-04-01',
        'targets[1].from': '2025-04-02',
        'targets[1].to': '2026-03-31',
        'targets[1].quantity': '1200',
        'terms.valuePence': '1200000000',
      }),
    ).toEqual(['Reason: Typed in pence', 'Kind of change: entry error', 'Target: 1 April 2025: taken away', 'Target: 2 April 2025 to 31 March 2026: 1,200', 'Contract value: £12,000,000.00']);
  });
});
