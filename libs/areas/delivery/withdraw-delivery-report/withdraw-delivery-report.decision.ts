import { z } from 'zod';
import { inForce } from '#domain/contract/chain.js';
import { fact } from '#domain/contract/contract.js';
import { deliveryWithdrawn } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { reportOrRefuse } from '../report-or-refuse.js';

/** Withdraw a delivery report with all its corrections: it counts in no figure any more, validated or not. */
export const withdrawDeliveryReport = z.strictObject({
  report: field.reference.describe('The first report, or its correction that is in force.'),
  reason: field.reason,
});
export type WithdrawDeliveryReport = z.infer<typeof withdrawDeliveryReport>;

export function decideWithdrawDeliveryReport(state: ContractState, command: WithdrawDeliveryReport, around: { readonly today: string }): NewEvent[] {
  const { commitment, report } = reportOrRefuse(state, command.report, 'report');
  const current = inForce(commitment, report.root);
  if (!current) refuse('report', report.reference, 'must stand, but it was withdrawn', 'Nothing is left to withdraw.');
  if (report.reference !== report.root && report.reference !== current.reference) {
    const fix = `Withdraw ${report.root}, which takes all its corrections with it.`;
    refuse('report', report.reference, `must be a first report or a correction in force, but ${current.reference} is in force`, fix);
  }
  return [fact(deliveryWithdrawn, around.today, { commitment: commitment.reference, report: report.reference, reason: command.reason })];
}
