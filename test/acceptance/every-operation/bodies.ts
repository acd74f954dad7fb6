/** Bodies that are taken, each with what a test changes of it. */

export function measure(over: object): object {
  return { measure: 'M1', name: 'Advice', theme: 'Communities', outcome: 'Voice', unit: 'hour', kind: 'number', combine: 'sum', money: 'estimate', unitValue: '10', ...over };
}

export function contract(over: object): object {
  return {
    reference: 'C1',
    title: 'Befriending',
    directorate: 'Public health',
    lead: 'P1',
    manager: 'manager@northfold.example',
    startsOn: '2024-04-01',
    endsOn: '2027-03-31',
    valuePence: 10_000_000,
    frequency: 'quarterly',
    ...over,
  };
}

export function commitment(over: object): object {
  const targets = [{ from: '2025-04-01', to: '2026-03-31', quantity: '40' }];
  return { reference: 'K1', measure: 'M1', bidSentence: 'We will give forty hours of advice a year.', targets, ...over };
}

export function clause(over: object): object {
  return { reference: 'B1', condition: { kind: 'silence', workingDaysLate: 10 }, timeToPutRightWorkingDays: 20, remediable: true, summary: 'No return', ...over };
}

export function report(over: object): object {
  return { reference: 'D1', commitment: 'K1', from: '2025-04-01', to: '2026-03-31', quantity: '10', evidence: [{ kind: 'register' }], reportedOn: '2026-04-02', ...over };
}

export function correction(over: object): object {
  return { reference: 'D2', from: '2025-04-01', to: '2026-03-31', quantity: '12', reportedOn: '2026-05-02', reason: 'Two hours were forgotten', ...over };
}

export function review(over: object): object {
  return { decision: 'validated', method: 'document', reviewedOn: '2026-04-21', ...over };
}

export function filed(over: object): object {
  return { provider: 'P1', from: '2025-04-01', to: '2026-03-31', submittedOn: '2026-04-20', onlyThisContractAndPeriod: true, belongsToCommitments: true, ...over };
}
