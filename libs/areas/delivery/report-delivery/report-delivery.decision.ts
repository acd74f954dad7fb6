import type { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import { deliveryReported } from '#domain/contract/events/index.js';
import type { Commitment, ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import { checkClaim } from '../claim/check-claim.js';
import type { ClaimSurroundings } from '../claim/claim-surroundings.js';
import { claim, stated } from '../claim/claim.js';
import { refuseOverlap } from '../claim/overlap.js';
import { askForReason, unusual } from '../claim/sanity.js';
import { refuseTaken } from '../report-reference.js';

/** Claim delivery against one commitment: a dated item or a period's total, from either side. */
export const reportDelivery = claim.extend({ commitment: field.reference });
export type ReportDelivery = z.infer<typeof reportDelivery>;

export function decideReportDelivery(state: ContractState, command: ReportDelivery, around: ClaimSurroundings): NewEvent[] {
  const commitment = commitmentOrRefuse(state, command.commitment);
  refuseTaken(state, command.reference);
  checkClaim(state, commitment, command, around.today);
  refuseOverlap(commitment, command, null);
  if (around.unusualFigures === 'need a reason') askForReason(unusual(state, commitment, command, null, around.soFar), command.reason);
  return [fact(deliveryReported, command.reportedOn, stated(command, commitment.reference))];
}

function commitmentOrRefuse(state: ContractState, reference: string): Commitment {
  const commitment =
    held(state.commitments, reference) ??
    refuse('commitment', reference, 'must be a commitment of this contract', 'Look the reference up in the contract’s commitments.', 'not found');
  if (commitment.withdrawn) {
    refuse('commitment', reference, 'must stand, but it was withdrawn', 'Report on a commitment that stands.');
  }
  return commitment;
}
