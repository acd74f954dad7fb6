import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { validationWithdrawn } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { refuse } from '#domain/kernel/refusal.js';
import { reportOrRefuse } from '../report-or-refuse.js';

/** Take a validation back, from now on (rule 8); the report waits for review again. */
export const withdrawValidation = z.strictObject({ report: field.reference, reason: field.reason });
export type WithdrawValidation = z.infer<typeof withdrawValidation>;

/** A validated report that has been corrected since may lose its validation too: it counts until the correction is decided. */
export function decideWithdrawValidation(state: ContractState, command: WithdrawValidation, around: { readonly today: string }): NewEvent[] {
  const { commitment, report } = reportOrRefuse(state, command.report, 'report');
  if (report.standing !== 'stands') {
    refuse('report', report.reference, `must stand, but it was ${report.standing}`, 'It counts in no figure any more.');
  }
  if (report.decision?.kind !== 'validated') {
    refuse('report', report.reference, 'must be validated', 'Review it, if it waits for a decision.');
  }
  return [fact(validationWithdrawn, around.today, { commitment: commitment.reference, report: report.reference, reason: command.reason })];
}
