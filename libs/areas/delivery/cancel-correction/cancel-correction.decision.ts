import { z } from 'zod';
import { undecided } from '#domain/contract/chain.js';
import { fact } from '#domain/contract/contract.js';
import { correctionCancelled } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { refuseIfOverlapReturns } from '../claim/overlap.js';
import { refuseUnlessInForce } from '../in-force-or-refuse.js';
import { reportOrRefuse } from '../report-or-refuse.js';

/** Take a correction back before it is decided: the report that it corrected stands again. */
export const cancelCorrection = z.strictObject({ report: field.reference.describe('The correction.'), reason: field.reason });
export type CancelCorrection = z.infer<typeof cancelCorrection>;

export function decideCancelCorrection(state: ContractState, command: CancelCorrection, around: { readonly today: string }): NewEvent[] {
  const { commitment, report } = reportOrRefuse(state, command.report, 'report');
  if (report.corrects === null) {
    refuse('report', report.reference, 'must be a correction', 'Withdraw the report, if there was no such delivery.');
  }
  refuseUnlessInForce(commitment, report, 'report', 'Cancel or correct');
  if (!undecided(report)) {
    refuse('report', report.reference, 'must not have been decided', `Correct ${report.reference} instead, or have its validation withdrawn.`);
  }
  const facts = [fact(correctionCancelled, around.today, { commitment: commitment.reference, report: report.reference, reason: command.reason })];
  refuseIfOverlapReturns(state, facts, report, commitment.reference);
  return facts;
}
