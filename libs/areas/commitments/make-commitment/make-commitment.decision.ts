import { z } from 'zod';
import { onRecordLater, runningContractOrRefuse } from '#areas/contracts/index.js';
import { commitmentTerms } from '#domain/contract/commitment-terms.js';
import { fact } from '#domain/contract/contract.js';
import { commitmentMade, targetAgreed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { noFactors } from '#domain/measures/measure.js';
import { checkBidSentence, checkMember } from '../check-terms.js';
import type { CommitmentSurroundings } from '../commitment-surroundings.js';
import { measureOrRefuse } from '../measure-or-refuse.js';
import { checkTargets, targetStated } from '../targets.js';
import { askForReason, unusualTargets } from '../unusual-targets.js';

const { shape } = commitmentTerms;

/** Make a commitment: this member promises so much of this measure, in the bid's own sentence, by when. */
export const makeCommitment = z.strictObject({
  contract: field.reference,
  commitment: field.reference.describe('The reference of the commitment, unique in the authority.'),
  measure: field.reference.describe('The measure. Its unit value, kind and factors are frozen into the commitment as they stand now.'),
  provider: shape.provider.default(null),
  basis: shape.basis.default('contract'),
  bidSentence: z.string().max(2_000).nullable().default(null).describe('The sentence of the bid that promises it; none for what is delivered beyond the contract.'),
  bidReference: shape.bidReference.default(''),
  critical: shape.critical.default(false),
  evidenceRequired: shape.evidenceRequired.default([]).describe('The kinds of evidence asked for; empty: none is asked.'),
  place: shape.place.default(''),
  beneficiaryGroup: shape.beneficiaryGroup.default(''),
  beneficiaryAgency: shape.beneficiaryAgency.default(''),
  priority: shape.priority.default(''),
  tags: shape.tags.default([]),
  factors: shape.factors.default(noFactors).describe('Percentages that replace the measure’s; a blank keeps the measure’s.'),
  targets: z.array(targetStated).max(500).default([]).describe('So much by when, period by period.'),
  reason: field.reason.nullable().default(null).describe('Why an unusual target is right; asked for only where there is one.'),
});
export type MakeCommitment = z.output<typeof makeCommitment>;

export function decideMakeCommitment(state: ContractState, command: MakeCommitment, around: CommitmentSurroundings): NewEvent[] {
  const { contract, commitment, measure: reference, bidSentence, targets, reason, ...said } = command;
  const { startsOn } = runningContractOrRefuse(state, contract);
  if (held(state.commitments, commitment)) {
    refuse('commitment', commitment, 'must not be another commitment’s in this authority', 'Choose another reference.', 'conflict');
  }
  const measure = measureOrRefuse(around, reference);
  const faults = new Faults();
  checkMember(faults, state, said.provider);
  checkBidSentence(faults, said.basis, bidSentence);
  checkTargets(faults, measure, targets, []);
  faults.refuseIfAny();
  const unusual = unusualTargets(state, measure, targets);
  if (around.unusualFigures === 'need a reason') askForReason(unusual, reason);
  return [
    fact(commitmentMade, startsOn, { commitment, terms: { ...said, measure: { ...measure } }, bidSentence }),
    ...targets.map((target, index) => {
      const why = reason !== null && unusual.some((one) => one.index === index) ? { reason } : {};
      return fact(targetAgreed, startsOn, { commitment, ...target, ...onRecordLater(state, around.today, target.to < around.today), ...why });
    }),
  ];
}
