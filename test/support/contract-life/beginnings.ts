import fc from 'fast-check';
import type { CommitmentTerms, ContractTerms } from '#domain/contract/state.js';
import { fact } from '#domain/contract/contract.js';
import { breakClauseAgreed, contractRegistered, reportingScheduleAgreed } from '#domain/contract/events/index.js';
import type { NewEvent } from '#domain/kernel/event.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { aMeasure, commitmentMade, contractTerms, membersAgreed, targetAgreed } from '../facts.js';
import { type ConditionStated, conditions, schedules, type ScheduleStated } from './moves.js';

/** What was agreed before anything happened. */
export interface Beginning {
  readonly jurisdiction: 'england-and-wales' | 'scotland' | 'northern-ireland';
  readonly runs: readonly [string, string];
  /** Null: not known. */
  readonly onRecordFrom: string | null;
  readonly members: number;
  readonly schedule: ScheduleStated | null;
  readonly commitments: readonly Promised[];
  readonly clauses: readonly ConditionStated[];
}

interface Promised {
  readonly measure: keyof typeof MEASURES;
  readonly provider: string | null;
  readonly critical: boolean;
  readonly basis: 'contract' | 'beyond contract';
  readonly targets: keyof typeof TARGETS;
  readonly quantity: string;
}

const MEASURES = {
  valued: aMeasure(),
  'without value': aMeasure({ unitValue: null, money: 'none' }),
  stock: aMeasure({ combine: 'latest', unitValue: '12.3456' }),
  'stock without value': aMeasure({ combine: 'latest', unitValue: null, money: 'none' }),
  posts: aMeasure({ kind: 'FTE', unitValue: '20000' }),
  'never totalled': aMeasure({ combine: 'never', unitValue: null, money: 'none' }),
} satisfies Record<string, MeasureTerms>;

const QUARTERS = ['04-01/06-30', '07-01/09-30', '10-01/12-31', '01-01/03-31'];
/** Those of the two financial years from April 2024. */
const TARGETS = {
  quarters: inYears(QUARTERS),
  halves: inYears(['04-01/09-30', '10-01/03-31']),
  years: inYears(['04-01/03-31']),
  'odd days': [['2024-04-20', '2024-08-10'], ['2024-08-11', '2024-12-31'], ['2025-02-01', '2025-03-31'], ['2025-04-01', '2025-07-15']],
} satisfies Record<string, readonly (readonly [string, string])[]>;

function inYears(spans: readonly string[]): (readonly [string, string])[] {
  return [2024, 2025].flatMap((year) =>
    spans.map((span) => {
      const [from, to] = span.split('/') as [string, string];
      const inYear = (day: string) => `${day < '04' ? year + 1 : year}-${day}`;
      return [inYear(from), inYear(to)] as const;
    }),
  );
}

/** Who delivers; none: the lead alone. */
export const MEMBERS: readonly Readonly<Record<string, string>>[] = [{}, { P1: '60', P2: '40' }, { P1: '33.3333', P2: '33.3333', P3: '33.3334' }, { P2: '100' }];

export const beginnings: fc.Arbitrary<Beginning> = fc.record({
  jurisdiction: fc.constantFrom('england-and-wales', 'scotland', 'northern-ireland'),
  runs: fc.constantFrom(['2024-04-01', '2026-03-31'], ['2024-05-20', '2025-12-15'], ['2024-02-12', '2025-09-30']),
  onRecordFrom: fc.constantFrom(null, null, '2024-05-01', '2024-08-10'),
  members: fc.constantFrom(0, 0, 1, 2),
  schedule: fc.option(schedules, { freq: 12 }),
  commitments: fc.array(
    fc.record({
      measure: fc.constantFrom('valued', 'valued', 'without value', 'stock', 'stock without value', 'posts', 'never totalled'),
      provider: fc.constantFrom(null, null, 'P1', 'P2'),
      critical: fc.boolean(),
      basis: fc.constantFrom('contract', 'contract', 'contract', 'contract', 'contract', 'beyond contract'),
      targets: fc.constantFrom('quarters', 'quarters', 'quarters', 'halves', 'years', 'odd days'),
      quantity: fc.constantFrom('10', '10', '2.5', '99.999999'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  clauses: fc.array(conditions, { minLength: 2, maxLength: 4 }),
});

/** What is recorded of a beginning. */
export function recordedOf({ jurisdiction, runs: [startsOn, endsOn], onRecordFrom, members, schedule, commitments, clauses }: Beginning): readonly NewEvent[] {
  return [
    registered({ jurisdiction, startsOn, endsOn }, onRecordFrom),
    ...(members > 0 ? [membersAgreed(MEMBERS[members]!)] : []),
    ...(schedule ? [fact(reportingScheduleAgreed, startsOn, { ...schedule, ...listedEnds(schedule, endsOn) })] : []),
    ...commitments.flatMap((promised, at) => commitment(promised, `K${at}`, members)),
    ...clauses.map((condition, at) => fact(breakClauseAgreed, startsOn, { ...CLAUSE, clause: `B${at}`, condition })),
  ];
}

function registered(over: Partial<ContractTerms>, onRecordFrom: string | null): NewEvent {
  return fact(contractRegistered, over.startsOn!, { terms: contractTerms(over), ...(onRecordFrom === null ? {} : { onRecordFrom }) });
}

/** For listed dates: the days that are listed. */
export function listedEnds({ frequency }: ScheduleStated, endsOn: string): { readonly periodEnds?: string[] } {
  const days = ['2024-06-15', '2024-08-31', '2025-01-05', '2025-06-30', '2025-08-01'].filter((day) => day <= endsOn);
  return frequency === 'listed dates' ? { periodEnds: days } : {};
}

const CLAUSE = {
  timeToPutRightWorkingDays: 20,
  remediable: true,
  noticeForm: '',
  noticeAddress: null,
  deemedServiceWorkingDays: 2,
  whoMayDecide: '',
  summary: 'What the contract says.',
};

function commitment({ measure, provider, critical, basis, targets, quantity }: Promised, reference: string, members: number): readonly NewEvent[] {
  const known = provider !== null && provider in MEMBERS[members]! ? provider : null;
  const terms: Partial<CommitmentTerms> = { measure: MEASURES[measure], provider: known, critical, basis };
  return [commitmentMade(reference, terms), ...TARGETS[targets].map(([from, to]) => targetAgreed(quantity, from, to, reference))];
}
