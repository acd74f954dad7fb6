import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { evidenceWithdrawn } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { refuseUnlessInForce } from '../in-force-or-refuse.js';
import { reportOrRefuse } from '../report-or-refuse.js';

/** Take a piece of evidence back from behind a report. Its file stays, as does what was decided on it. */
export const withdrawEvidence = z.strictObject({
  report: field.reference,
  evidence: field.reference.describe('The id of the piece within the report, such as E1.'),
  reason: field.reason,
});
export type WithdrawEvidence = z.infer<typeof withdrawEvidence>;

export function decideWithdrawEvidence(state: ContractState, command: WithdrawEvidence, around: { readonly today: string }): NewEvent[] {
  const { commitment, report } = reportOrRefuse(state, command.report, 'report');
  refuseUnlessInForce(commitment, report, 'report', 'Withdraw evidence of');
  if (!report.evidence.some(({ id }) => id === command.evidence)) {
    const ids = report.evidence.slice(0, 20).map(({ id }) => id);
    const fix = ids.length > 0 ? `Choose one of ${ids.join(', ')}.` : 'It has no evidence.';
    refuse('evidence', command.evidence, `must be a piece of evidence of ${report.reference}`, fix, 'not found');
  }
  const { evidence } = command;
  return [fact(evidenceWithdrawn, around.today, { commitment: commitment.reference, report: report.reference, evidence, reason: command.reason })];
}
