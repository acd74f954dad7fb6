import { inForce, othersInForce } from '#domain/contract/chain.js';
import { contractEvolution } from '#domain/contract/contract.js';
import type { Commitment, ContractState, DeliveryReport } from '#domain/contract/state.js';
import { fold } from '#domain/kernel/decider.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { overlap, type Period } from '#domain/kernel/period.js';
import { refuse } from '#domain/kernel/refusal.js';
import { dates } from '../dates.js';

/** What overlap is judged by: a report in force, or one about to be made. */
export type Line = Period & Pick<DeliveryReport, 'reference' | 'provider' | 'item' | 'inAddition'>;

/**
 * Refuses a report over days that are reported already (COUNTING.md rule 15), for one commitment and member: a total
 * over another total's days; an item inside a total, or a total over items, unless it is said to be in addition.
 * Withdrawn, cancelled and rejected corrections, and what was corrected, do not count. A correction is compared neither
 * with its own chain nor with what the report that it corrects already stood beside as item and total.
 */
export function refuseOverlap(commitment: Commitment, line: Line, corrected: DeliveryReport | null): void {
  const stoodBeside = (other: Line): boolean => corrected !== null && corrected.item === line.item && clash(commitment, corrected, other);
  const allowed = (other: Line): boolean => line.item !== other.item && (line.inAddition || stoodBeside(other));
  const other = othersInForce(commitment, corrected?.root ?? null).find((one) => clash(commitment, line, one) && !allowed(one));
  if (other) refuseFor(line, other);
}

/**
 * Refuses facts that bring a report back into force (a correction cancelled or rejected) over days that were reported
 * anew in the meantime.
 */
export function refuseIfOverlapReturns(state: ContractState, facts: readonly NewEvent[], report: DeliveryReport, commitment: string): void {
  const before = state.commitments[commitment]!;
  const after = fold(contractEvolution, facts, state).commitments[commitment]!;
  const back = inForce(after, report.root);
  if (!back || back.reference === inForce(before, report.root)?.reference) return;
  const saidSo = (other: Line): boolean => back.item !== other.item && (back.inAddition || other.inAddition);
  const other = othersInForce(after, back.root).find((one) => clash(after, back, one) && !saidSo(one));
  if (!other) return;
  refuse(
    'report',
    report.reference,
    `must not bring ${back.reference} (${dates(back)}) back into force over the days of ${other.reference} (${dates(other)})`,
    `Have ${other.reference} withdrawn or corrected first.`,
  );
}

/** Whether two lines speak of the same days of the same member, at least one of them as a total. */
function clash(commitment: Commitment, one: Line, other: Line): boolean {
  return overlap(one, other) && !(one.item && other.item) && sameMember(commitment, one, other);
}

/** A total that names no member, on a commitment that names none either, speaks for all. */
function sameMember({ terms }: Commitment, one: Line, other: Line): boolean {
  const member = one.provider ?? terms.provider;
  const otherMember = other.provider ?? terms.provider;
  return member === otherMember || (member === null && !one.item) || (otherMember === null && !other.item);
}

function refuseFor(line: Line, other: Line): never {
  const shared = { from: line.from > other.from ? line.from : other.from, to: line.to < other.to ? line.to : other.to };
  const what = other.item ? 'the item' : 'the total';
  const rule = `must not overlap ${what} ${other.reference} of ${dates(other)}; both hold ${dates(shared)}`;
  const either = `Correct ${other.reference}, or report only other days`;
  const fix = line.item === other.item ? `${either}.` : `${either}; or say that this is in addition (inAddition), if it is not part of ${line.item ? 'the total' : 'this total'}.`;
  refuse('from', dates(line), rule, fix);
}
