import type { ContractState } from '#domain/contract/state.js';
import type { RecordedEvent } from '#domain/kernel/event.js';
import type { Period } from '#domain/kernel/period.js';
import { reportsTouched } from './turns.js';

/** Which obligations of a contract an event may change. */
export interface Touched {
  /** The returns of periods that overlap this one; `all` of them; or none. */
  readonly returns: Period | 'all' | 'none';
  /** What is due about these delivery reports, or about all. */
  readonly reports: readonly string[] | 'all';
  /** What is due in the cases of break clauses. */
  readonly cases: boolean;
}

export const EVERYTHING: Touched = { returns: 'all', reports: 'all', cases: true };
const NOTHING: Touched = { returns: 'none', reports: [], cases: false };

type Kind = 'terms' | 'clocks' | 'returns' | 'one return' | 'cases';

const TOUCH: Readonly<Record<string, Kind>> = {
  ContractRegistered: 'terms',
  ContractVaried: 'terms',
  ContractCorrected: 'terms',
  ContractSuspended: 'clocks',
  ContractResumed: 'clocks',
  MembersAgreed: 'returns',
  ReportingScheduleAgreed: 'returns',
  ContractCompleted: 'clocks',
  ContractTerminated: 'clocks',
  ReturnSubmitted: 'one return',
  ExtensionAsked: 'one return',
  ExtensionRefused: 'one return',
  DueDateExtended: 'one return',
  ReturnMissed: 'one return',
  MissedReturnSetAside: 'one return',
  BreakClauseAgreed: 'cases',
  BreakConditionMet: 'cases',
  BreakConditionSetAside: 'cases',
  BreakClauseTriggered: 'cases',
  BreachNoticeServed: 'cases',
  ImprovementPlanAgreed: 'cases',
  BreachPutRight: 'cases',
  BreakClauseWaived: 'cases',
  BreakClauseInvoked: 'cases',
  RemedyApplied: 'cases',
};

export function touchedBy(event: RecordedEvent, before: ContractState, after: ContractState): Touched {
  const kind = TOUCH[event.type];
  if (kind === undefined) return { ...NOTHING, reports: reportsTouched(event, before, after) };
  switch (kind) {
    case 'terms':
      return sameForObligations(before, after) ? NOTHING : EVERYTHING;
    case 'clocks':
      return EVERYTHING;
    case 'returns':
      return { ...NOTHING, returns: 'all' };
    case 'one return':
      return { ...NOTHING, returns: event.payload as Period };
    case 'cases':
      return { ...NOTHING, cases: true };
  }
}

/** Most changes of terms are of what no obligation depends on: a directorate, a manager, a value. */
function sameForObligations({ terms: stood }: ContractState, { terms: stand }: ContractState): boolean {
  const fields = ['reference', 'title', 'lead', 'jurisdiction', 'startsOn', 'endsOn'] as const;
  return stood !== null && stand !== null && fields.every((field) => stood[field] === stand[field]);
}
