import type { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { deliveryCorrected } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { checkClaim } from '../claim/check-claim.js';
import { claim, stated } from '../claim/claim.js';
import { refuseOverlap } from '../claim/overlap.js';
import { refuseUnlessInForce } from '../in-force-or-refuse.js';
import { reportOrRefuse } from '../report-or-refuse.js';
import { refuseTaken } from '../report-reference.js';

/**
 * State a delivery report anew (rule 7): its figures, period, member and evidence. The reason that every correction
 * carries also answers for an unusual figure.
 */
export const correctDeliveryReport = claim.extend({
  corrects: field.reference.describe('The report, or its latest correction.'),
  commitment: field.reference.nullable().default(null).describe('The commitment of the report; null: not said.'),
});
export type CorrectDeliveryReport = z.infer<typeof correctDeliveryReport>;

export function decideCorrectDeliveryReport(state: ContractState, command: CorrectDeliveryReport, around: { readonly today: string }): NewEvent[] {
  const { commitment, report } = reportOrRefuse(state, command.corrects, 'corrects');
  if (command.commitment !== null && command.commitment !== commitment.reference) {
    const fix = 'Withdraw a report that was made on the wrong commitment, and make it anew.';
    refuse('commitment', command.commitment, `must be ${commitment.reference}, which ${report.reference} belongs to`, fix);
  }
  refuseUnlessInForce(commitment, report, 'corrects', 'Correct');
  refuseTaken(state, command.reference);
  if (!command.reason?.trim()) refuse('reason', command.reason, 'must be given for a correction', 'Say what was wrong.');
  checkClaim(state, commitment, command, around.today);
  refuseOverlap(commitment, command, report);
  const { corrects } = command;
  return [fact(deliveryCorrected, command.reportedOn, { ...stated(command, commitment.reference), corrects })];
}
