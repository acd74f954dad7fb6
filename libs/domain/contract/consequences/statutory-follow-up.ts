import { addDays, type IsoDate } from '../../kernel/date.js';
import type { BreakCase } from '../break-clause.js';
import { lastDayOf } from '../reporting/reporting-periods.js';
import type { ContractState, ContractTerms } from '../state.js';
import { type CaseClock, caseState } from './case-clock.js';
import { whyNoPublication } from './why-no-publication.js';

/** A notice that the authority may have to publish because of a case, or why there is none. */
export interface StatutoryFollowUp {
  readonly standing: 'may be due' | 'none' | 'not known';
  /** The notice by the number that the regulations give it. */
  readonly notice: 'UK9' | 'UK11' | null;
  /** The rule that it follows from. */
  readonly section: string | null;
  /** What happened, and when. */
  readonly event: string | null;
  readonly happenedOn: IsoDate | null;
  /** The last day for publishing it. */
  readonly by: IsoDate | null;
  readonly why: string;
}

/** Counted from the day itself, so the last is the 29th after it. */
const DAYS_TO_PUBLISH = 30;

/**
 * What the Procurement Act 2023 may ask for, as a computed fact beside a case (DOMAIN.md): within 30 days, a breach that
 * led to termination, damages or a settlement, and a failure to perform after a proper opportunity to improve (s.71(3) to
 * (5)); and the ending of a contract (notice UK11). It claims no duty: whether the contract is above the threshold is not
 * on record here, and a person decides.
 */
export function statutoryFollowUps(state: ContractState, one: BreakCase, clock: CaseClock, today: IsoDate): readonly StatutoryFollowUp[] {
  const whyNone = none(whyNoPublication(caseState(state, one, clock, today), one));
  if (one.setAsideOn !== null || !one.confirmed) return [whyNone];
  const outside = outsideTheAct(state.terms!.regime);
  if (outside) return [outside];
  const found = happenings(state, one, clock, today).map(({ event, on, notice, section }): StatutoryFollowUp => ({
    standing: 'may be due',
    ...{ notice, section, event, happenedOn: on, by: addDays(on, DAYS_TO_PUBLISH - 1) },
    why: `If the contract is above the threshold, this is to be published within ${DAYS_TO_PUBLISH} days.`,
  }));
  return found.length > 0 ? found : [whyNone];
}

interface Happening {
  readonly event: string;
  readonly on: IsoDate;
  readonly notice: 'UK9' | 'UK11';
  readonly section: string;
}

function happenings(state: ContractState, one: BreakCase, clock: CaseClock, today: IsoDate): readonly Happening[] {
  const found: Happening[] = [];
  const ranOut = clock.putRightBy?.date;
  const inTime = one.putRightOn !== null && ranOut && one.putRightOn <= ranOut;
  const settledInTime = one.remedies.some(({ settles, on }) => settles && ranOut && on <= ranOut);
  // who lost the contract before the time ran out never had that time
  const openAtTheEnd = ranOut && today > ranOut && ranOut <= lastDayOf(state)! && !inTime && !settledInTime && (one.waivedOn === null || one.waivedOn > ranOut);
  if (openAtTheEnd) {
    found.push({ event: 'not put right in the time that there was', on: addDays(ranOut, 1), notice: 'UK9', section: 'Procurement Act 2023, s.71(4)' });
  }
  for (const { kind, on } of one.remedies) {
    if (kind === 'damages' || kind === 'settlement') found.push({ event: kind, on, notice: 'UK9', section: 'Procurement Act 2023, s.71(3)' });
  }
  const { terminatedOn, terminatedBecause: because } = state;
  if (terminatedOn !== null && because?.clause === one.clause && because.case === one.number) {
    // one notice for both: the termination notice says which breach led to it
    found.push({ event: 'termination', on: terminatedOn, notice: 'UK11', section: 'Procurement Act 2023, s.80 with s.71(3)' });
  }
  return found;
}

function outsideTheAct(regime: ContractTerms['regime']): StatutoryFollowUp | undefined {
  switch (regime) {
    case 'procurement-act-2023':
      return undefined;
    case 'provider-selection-regime':
      return none('The contract was bought under the Provider Selection Regime (SI 2023/1348), outside the Procurement Act 2023.');
    case 'earlier law':
      return none('The contract was procured before 24 February 2025 and stays under the earlier law, which asks for no such notice.');
    case 'light-touch':
      return { ...none('Whether this duty reaches light touch contracts is not verified: ask your procurement lawyers.'), standing: 'not known' };
    case 'other':
      return { ...none('Under which law the contract was bought is not on record.'), standing: 'not known' };
  }
}

function none(why: string): StatutoryFollowUp {
  return { standing: 'none', notice: null, section: null, event: null, happenedOn: null, by: null, why };
}
