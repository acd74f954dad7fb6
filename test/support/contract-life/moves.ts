import fc from 'fast-check';

/**
 * What people may do about a contract, as plain data, so that a history that fails can be told. Numbers choose among what
 * there is when the move is made (the nth return that is owed, counted from the latest); what makes no sense then is
 * refused, as it would be for people.
 */
export type Move =
  | { readonly do: 'nothing' }
  | { readonly do: 'look for missed returns' }
  | { readonly do: 'report'; readonly commitment: number; readonly target: number; readonly part: 'all' | 'end' | 'last day'; readonly percent: number; readonly member: number }
  | { readonly do: 'review'; readonly report: number; readonly decision: 'validated' | 'part validated' | 'queried' | 'rejected' }
  | { readonly do: 'review all' }
  | { readonly do: 'answer' | 'withdraw report' | 'withdraw validation' | 'cancel correction'; readonly report: number }
  | { readonly do: 'correct'; readonly report: number; readonly percent: number; readonly days: number }
  | { readonly do: 'return'; readonly owed: number; readonly daysAgo: number }
  | { readonly do: 'return all' }
  | { readonly do: 'return in part'; readonly owed: number; readonly half: 'first' | 'second' }
  | { readonly do: 'return for a year'; readonly owed: number }
  | { readonly do: 'return again'; readonly owed: number; readonly because: Because; readonly daysAgo: number }
  | { readonly do: 'ask for more time' | 'give more time'; readonly owed: number; readonly days: number }
  | { readonly do: 'answer about more time'; readonly granted: boolean }
  | { readonly do: 'set missed return aside'; readonly missed: number }
  | { readonly do: 'suspend' | 'resume'; readonly daysAgo: number }
  | { readonly do: 'agree schedule'; readonly schedule: ScheduleStated; readonly because: Because; readonly inDays: number | null }
  | { readonly do: 'agree clause'; readonly clause: number; readonly condition: ConditionStated; readonly because: Because; readonly daysAgo: number | null }
  | { readonly do: 'carry forward'; readonly commitment: number; readonly target: number; readonly percent: number; readonly into: 'next target' | 'days after' }
  | { readonly do: 'substitute'; readonly commitment: number; readonly target: number; readonly percent: number; readonly by: number }
  | { readonly do: 'agree members'; readonly members: number; readonly daysAgo: number | null }
  | { readonly do: 'change target'; readonly commitment: number; readonly target: number; readonly quantity: string | null }
  | { readonly do: 'change critical' | 'withdraw commitment'; readonly commitment: number }
  | { readonly do: 'bring forward'; readonly commitment: number; readonly target: number; readonly attested: boolean; readonly quantity: string }
  | { readonly do: 'record bank holidays'; readonly inDays: number; readonly days: number; readonly holidays: readonly number[] }
  | { readonly do: 'confirm' | 'serve notice' | 'waive' | 'set condition aside' | 'put right' | 'agree plan' | 'invoke'; readonly clause: number }
  | { readonly do: 'apply remedy'; readonly clause: number; readonly settles: boolean }
  | { readonly do: 'change contract'; readonly terms: ContractStated; readonly because: Because }
  | { readonly do: 'complete' | 'terminate'; readonly daysAgo: number };

export type Because = 'variation' | 'entry error';

/** What is stated anew of the contract; days as moved by so many. */
export type ContractStated =
  | { readonly lead: 'P1' | 'P2' }
  | { readonly jurisdiction: 'england-and-wales' | 'scotland' | 'northern-ireland' }
  | { readonly endsLater: number }
  | { readonly startsLater: number };

export interface ScheduleStated {
  readonly frequency: 'monthly' | 'quarterly' | 'half-yearly' | 'annual' | 'listed dates';
  readonly dueWorkingDays: number;
}

export type ConditionStated =
  | { readonly kind: 'shortfall'; readonly belowPercent: string; readonly consecutivePeriods: number }
  | { readonly kind: 'silence'; readonly workingDaysLate: number }
  | { readonly kind: 'critical commitment missed' };

const nth = fc.nat(3);
const daysAgo = fc.oneof(fc.constant(0), fc.nat(12));
const because = fc.constantFrom<Because>('variation', 'entry error');
const percent = fc.constantFrom(0, 30, 50, 79, 80, 100, 100, 100, 130, -20);

export const schedules: fc.Arbitrary<ScheduleStated> = fc.record({
  frequency: fc.constantFrom('monthly', 'quarterly', 'quarterly', 'half-yearly', 'annual', 'listed dates'),
  dueWorkingDays: fc.constantFrom(0, 1, 5, 10, 20),
});

export const conditions: fc.Arbitrary<ConditionStated> = fc.oneof(
  fc.record({ kind: fc.constant('shortfall' as const), belowPercent: fc.constantFrom('100', '80', '79.9999', '50'), consecutivePeriods: fc.constantFrom(1, 1, 2, 2, 3) }),
  fc.record({ kind: fc.constant('silence' as const), workingDaysLate: fc.constantFrom(0, 1, 5, 15) }),
  fc.constant({ kind: 'critical commitment missed' as const }),
);

const contractChanges: fc.Arbitrary<ContractStated> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ lead: fc.constantFrom('P1' as const, 'P2' as const) }) },
  fc.record({ jurisdiction: fc.constantFrom('england-and-wales' as const, 'scotland' as const, 'northern-ireland' as const) }),
  fc.record({ endsLater: fc.integer({ min: -120, max: 120 }) }),
  fc.record({ startsLater: fc.integer({ min: -40, max: 40 }) }),
);

const often = (weight: number, arbitrary: fc.Arbitrary<Move>): fc.WeightedArbitrary<Move> => ({ weight, arbitrary });
const one = <Name extends string>(...names: readonly Name[]) => fc.constantFrom(...names);

const moves: fc.Arbitrary<Move> = fc.oneof(
  often(4, fc.constant({ do: 'nothing' })),
  often(12, fc.constant({ do: 'look for missed returns' })),
  often(22, fc.record({ do: one('report'), commitment: nth, target: fc.nat(2), part: one('all', 'all', 'end', 'last day'), percent, member: fc.nat(2) })),
  often(10, fc.record({ do: one('review'), report: nth, decision: one('validated', 'part validated', 'queried', 'rejected') })),
  often(12, fc.constant({ do: 'review all' })),
  often(8, fc.record({ do: one('answer', 'withdraw report', 'withdraw validation', 'cancel correction'), report: nth })),
  often(6, fc.record({ do: one('correct'), report: nth, percent, days: fc.constantFrom(0, 0, 20, -20) })),
  often(10, fc.record({ do: one('return'), owed: nth, daysAgo })),
  often(10, fc.constant({ do: 'return all' })),
  often(4, fc.record({ do: one('return in part'), owed: nth, half: one('first', 'second') })),
  often(1, fc.record({ do: one('return for a year'), owed: nth })),
  often(2, fc.record({ do: one('return again'), owed: nth, because, daysAgo })),
  often(7, fc.record({ do: one('ask for more time', 'ask for more time', 'give more time'), owed: nth, days: fc.constantFrom(1, 10, 40) })),
  often(3, fc.record({ do: one('answer about more time'), granted: fc.boolean() })),
  often(2, fc.record({ do: one('set missed return aside'), missed: nth })),
  often(7, fc.record({ do: one('suspend', 'resume', 'resume', 'resume'), daysAgo })),
  often(2, fc.record({ do: one('agree schedule'), schedule: schedules, because, inDays: fc.option(fc.integer({ min: -60, max: 90 }), { nil: null }) })),
  often(3, fc.record({ do: one('agree clause'), clause: nth, condition: conditions, because, daysAgo: fc.option(fc.nat(100), { nil: null }) })),
  often(2, fc.record({ do: one('carry forward'), commitment: nth, target: nth, percent: fc.constantFrom(30, 100), into: one('next target', 'days after') })),
  often(2, fc.record({ do: one('substitute'), commitment: nth, target: nth, percent: fc.constantFrom(30, 100), by: nth })),
  often(1, fc.record({ do: one('agree members'), members: nth, daysAgo: fc.option(fc.nat(100), { nil: null }) })),
  often(2, fc.record({ do: one('change target'), commitment: nth, target: nth, quantity: fc.option(one('0', '7', '20.5'), { nil: null }) })),
  often(1, fc.record({ do: one('change critical', 'change critical', 'withdraw commitment'), commitment: nth })),
  often(2, fc.record({ do: one('bring forward'), commitment: nth, target: nth, attested: fc.boolean(), quantity: one('3', '10', '-4') })),
  often(3, fc.record({ do: one('record bank holidays'), inDays: fc.integer({ min: -30, max: 60 }), days: fc.integer({ min: 1, max: 20 }), holidays: fc.array(fc.nat(20), { maxLength: 6 }) })),
  often(20, fc.record({ do: one('confirm', 'serve notice'), clause: nth })),
  often(12, fc.record({ do: one('agree plan', 'invoke', 'invoke', 'invoke', 'put right'), clause: nth })),
  often(2, fc.record({ do: one('waive', 'set condition aside', 'set condition aside'), clause: nth })),
  often(3, fc.record({ do: one('apply remedy'), clause: nth, settles: fc.boolean() })),
  often(2, fc.record({ do: one('change contract'), terms: contractChanges, because })),
  often(1, fc.record({ do: one('complete', 'terminate'), daysAgo })),
) as fc.Arbitrary<Move>;

/** A move, so many days after the one before it, or on the next day that matters. */
export interface Step {
  readonly after: number | 'until a day that matters';
  readonly move: Move;
}

const after = fc.oneof(fc.constant(0), fc.nat(4), fc.nat(35), fc.constant('until a day that matters' as const));

export const steps: fc.Arbitrary<Step> = fc.record({ after, move: moves });
