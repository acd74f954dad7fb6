import type { z } from 'zod';
import { onRecordLater, runningContractOrRefuse } from '#areas/contracts/index.js';
import { fact } from '#domain/contract/contract.js';
import { targetAgreed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults } from '#domain/kernel/refusal.js';
import { standingCommitmentOrRefuse } from '../commitment-or-refuse.js';
import type { CommitmentSurroundings } from '../commitment-surroundings.js';
import { checkTargets, targetStated } from '../targets.js';
import { askForReason, unusualTargets } from '../unusual-targets.js';

/** Agree a further target of a commitment. One that stands is varied or corrected instead. */
export const agreeTarget = targetStated.extend({
  commitment: field.reference,
  reason: field.reason.nullable().default(null).describe('Why an unusual target is right; asked for only where it is one.'),
});
export type AgreeTarget = z.output<typeof agreeTarget>;

export function decideAgreeTarget(
  state: ContractState,
  { commitment: reference, reason, ...target }: AgreeTarget,
  { today, unusualFigures }: Pick<CommitmentSurroundings, 'today' | 'unusualFigures'>,
): NewEvent[] {
  const { terms, targets } = standingCommitmentOrRefuse(state, reference);
  runningContractOrRefuse(state, state.terms!.reference);
  const standing = Object.values(targets);
  const faults = new Faults();
  checkTargets(faults, terms.measure, [target], standing, () => '');
  faults.refuseIfAny();
  const unusual = unusualTargets(state, terms.measure, [target], standing, () => '');
  if (unusualFigures === 'need a reason') askForReason(unusual, reason);
  return [fact(targetAgreed, today, { commitment: reference, ...target, ...onRecordLater(state, today, target.to < today), ...(reason === null ? {} : { reason }) })];
}
