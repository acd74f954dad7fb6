import { inForce } from '#domain/contract/chain.js';
import type { Commitment, DeliveryReport } from '#domain/contract/state.js';
import { refuse } from '#domain/kernel/refusal.js';

/**
 * Refuses to act on a report that its provider no longer stands by: withdrawn, cancelled, corrected or a rejected
 * correction.
 * @param doing what is to be done, as the fix says it of the report in force: `Correct` → `Correct D2 instead.`
 */
export function refuseUnlessInForce(commitment: Commitment, report: DeliveryReport, field: string, doing: string): void {
  const current = inForce(commitment, report.root);
  const fix = current ? `${doing} ${current.reference} instead.` : 'Report the delivery anew, if there was one.';
  if (report.standing !== 'stands') refuse(field, report.reference, `must stand, but it was ${report.standing}`, fix);
  if (current?.reference !== report.reference) {
    const why = report.decision?.kind === 'rejected' && report.corrects !== null ? 'it was rejected' : 'it has been corrected';
    refuse(field, report.reference, `must be in force, but ${why}${current ? ` and ${current.reference} is in force` : ''}`, fix);
  }
}
