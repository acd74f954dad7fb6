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
