import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { evidenceAttached } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { checkEvidencedQuantity, evidenceGiven, recordedEvidence } from '../evidence-given.js';
import { refuseUnlessInForce } from '../in-force-or-refuse.js';
import { reportOrRefuse } from '../report-or-refuse.js';

const MOST = 200;

/** Put evidence behind a delivery report, late evidence too. */
export const attachEvidence = z.strictObject({
  report: field.reference,
  evidence: z.array(evidenceGiven).min(1).max(MOST),
  evidencedQuantity: field.quantity.nullable().default(null).describe('What all its evidence now supports, where evidence is required; null: all.'),
  attachedOn: field.date,
});
export type AttachEvidence = z.infer<typeof attachEvidence>;

export function decideAttachEvidence(state: ContractState, command: AttachEvidence, around: { readonly today: string }): NewEvent[] {
  const { commitment, report } = reportOrRefuse(state, command.report, 'report');
  refuseUnlessInForce(commitment, report, 'report', 'Attach it to');
  const { attachedOn, evidencedQuantity } = command;
  const faults = new Faults();
  if (attachedOn > around.today) faults.add('attachedOn', attachedOn, `must not be after today, ${around.today}`, 'Give the day on which it came.');
  checkEvidencedQuantity(faults, commitment, evidencedQuantity, report.quantity);
  if (report.evidence.length + command.evidence.length > MOST) {
    faults.add('evidence', command.evidence.length, `must leave the report with at most ${MOST} pieces`, 'Put several pages into one file.');
  }
  faults.refuseIfAny();
  // E1, E2 … came with the report; the version that this fact takes keeps later ids apart, even from withdrawn ones.
  const evidence = command.evidence.map((given, index) => recordedEvidence(given, `E${state.version + 1}-${index + 1}`));
  return [
    fact(evidenceAttached, attachedOn, { commitment: commitment.reference, report: report.reference, evidence, evidencedQuantity, attachedOn }),
  ];
}
