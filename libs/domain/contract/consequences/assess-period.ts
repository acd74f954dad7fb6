import type { IsoDate } from '../../kernel/date.js';
import { overlap, type Period } from '../../kernel/period.js';
import { undecided } from '../chain.js';
import type { OwedReturn } from '../reporting/owed-returns.js';
import type { ContractState } from '../state.js';
import { type DueItem, dueItems, standing } from './due-items.js';

/** Why a period cannot be judged yet. None of it is the provider's breach. */
export type Unsettled =
  | { readonly because: 'not ended' }
  | { readonly because: 'suspended' }
  | { readonly because: 'before the record'; readonly provider: string }
  | { readonly because: 'return not due'; readonly provider: string; readonly dueOn: IsoDate | null }
  | { readonly because: 'extension asked'; readonly provider: string }
  | { readonly because: 'set aside'; readonly provider: string }
  | { readonly because: 'undecided'; readonly reports: readonly string[] }
  | { readonly because: 'spanning'; readonly reports: readonly string[] };

/** A reporting period as break clauses see it. */
export interface AssessedPeriod extends Period {
  /** What was due by days of it, commitment by commitment. */
  readonly items: readonly DueItem[];
  /** Empty: it can be judged. */
  readonly unsettled: readonly Unsettled[];
}

/**
 * Assesses a reporting period: what was due in it, what of that was validated, and whether it can be judged. It can be
 * once it has ended, each member's return has come or is past the day on which it was due, and every line in it is
 * decided: what waits for a review, is queried or under correction is the authority's delay, not the provider's breach. Nor can it be where a report tells of
 * days of a target and of others: nobody has said how much of it belongs to the target.
 *
 * @param owed the returns of the members for the period
 * @param today the day on which it is judged
 */
export function assessPeriod(state: ContractState, period: Period, owed: readonly OwedReturn[], today: IsoDate): AssessedPeriod {
  const { from, to } = period;
  const items = Object.values(state.commitments).flatMap((commitment) => dueItems(state, commitment, period));
  const waiting = [...new Set([...items.flatMap((item) => item.undecided), ...undecidedIn(state, period)])];
  const spanning = [...new Set(items.flatMap((item) => item.spanning))];
  const unsettled: Unsettled[] = [
    ...(to >= today ? [{ because: 'not ended' } as const] : []),
    ...(suspendedIn(state, period) ? [{ because: 'suspended' } as const] : []),
    ...owed.flatMap((one) => unsettledReturn(one, today)),
    ...(waiting.length > 0 ? [{ because: 'undecided', reports: waiting } as const] : []),
    ...(spanning.length > 0 ? [{ because: 'spanning', reports: spanning } as const] : []),
  ];
  return { from, to, items, unsettled };
}

/**
 * Assesses the reporting periods of a contract, in order.
 * @param owed the returns of all periods
 * @param wanted which of the periods
 */
export function assessPeriods(state: ContractState, owed: readonly OwedReturn[], today: IsoDate, wanted: (period: Period) => boolean): readonly AssessedPeriod[] {
  const byPeriod = new Map<string, { readonly period: Period; readonly returns: OwedReturn[] }>();
  for (const one of owed) {
    const key = `${one.from}/${one.to}`;
    const found = byPeriod.get(key);
    if (found) found.returns.push(one);
    else byPeriod.set(key, { period: { from: one.from, to: one.to }, returns: [one] });
  }
  return [...byPeriod.values()].filter(({ period }) => wanted(period)).map(({ period, returns }) => assessPeriod(state, period, returns, today));
}

/**
 * Why a return stands in the way of judging its period: it may still come in time, the member waits for an answer, or that
 * it was missed was set aside and it has not come since.
 */
export function unsettledReturn({ provider, submitted, missed, dueOn, extension, beforeRecord }: OwedReturn, today: IsoDate): readonly Unsettled[] {
  if (beforeRecord) return [{ because: 'before the record', provider }];
  if (submitted) return [];
  if (extension?.standing === 'asked') return [{ because: 'extension asked', provider }];
  if (missed?.setAside) return [{ because: 'set aside', provider }];
  return dueOn === null || today <= dueOn ? [{ because: 'return not due', provider, dueOn }] : [];
}

/** Whether the contract was suspended on a day of a period. */
export function suspendedIn({ suspensions }: ContractState, { from, to }: Period): boolean {
  // one that was resumed on its own first day, as was said later, stopped clocks only
  return suspensions.some((still) => still.from <= to && (still.to === null || (still.to >= from && still.to >= still.from)));
}

/** Reports that wait for a decision on days of a period, of all that the contract promises. */
function undecidedIn(state: ContractState, period: Period): readonly string[] {
  return Object.values(state.commitments)
    .filter(({ terms, withdrawn }) => terms.basis === 'contract' && !withdrawn)
    .flatMap((commitment) => standing(commitment).filter((report) => undecided(report) && overlap(report, period)))
    .map(({ reference }) => reference);
}
