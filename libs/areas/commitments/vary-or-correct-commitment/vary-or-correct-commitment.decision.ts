import { z } from 'zod';
import { because, runningContractOrRefuse } from '#areas/contracts/index.js';
import { commitmentTerms } from '#domain/contract/commitment-terms.js';
import { fact } from '#domain/contract/contract.js';
import { commitmentCorrected, commitmentVaried } from '#domain/contract/events/index.js';
import type { Commitment, CommitmentTerms, ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { LARGEST_VALUE } from '#domain/kernel/money.js';
import { Faults } from '#domain/kernel/refusal.js';
import { refuseNoChange, restated, sameTerms } from '#domain/kernel/restated.js';
import type { MeasureTerms } from '#domain/measures/measure.js';
import { worth } from '../check-line.js';
import { checkBidSentence, checkMember } from '../check-terms.js';
import { standingCommitmentOrRefuse } from '../commitment-or-refuse.js';
import type { CommitmentSurroundings } from '../commitment-surroundings.js';
import { measureOrRefuse } from '../measure-or-refuse.js';
import { targetStated } from '../targets.js';
import { restateTargets } from './restate-targets.js';

/** What is stated anew of a commitment; what is left out stays. */
export const commitmentChanges = commitmentTerms
  .omit({ measure: true })
  .partial()
  .extend({
    measure: field.reference
      .optional()
      .describe('Freezes a measure into the commitment anew, as it stands now: another one, or the same where it was varied or corrected.'),
    bidSentence: z.string().max(2_000).nullable().optional().describe('The sentence of the bid, as it reads now.'),
    targets: z
      .array(targetStated.extend({ quantity: targetStated.shape.quantity.nullable().describe('Null takes the period’s target away.') }))
      .max(500)
      .default([])
      .describe('The targets that change, each known by its period; those that are not named stay.'),
    reason: field.reason,
  });

/** State a commitment anew: what was promised changed (`variation`), or it was typed wrong (`entry error`). */
export const varyOrCorrectCommitment = commitmentChanges.extend({ commitment: field.reference, because });
export type VaryOrCorrectCommitment = z.output<typeof varyOrCorrectCommitment>;

export function decideCommitmentChange(
  state: ContractState,
  command: VaryOrCorrectCommitment,
  { today, measures }: Pick<CommitmentSurroundings, 'today' | 'measures'>,
): NewEvent[] {
  const { commitment: reference, because: kind, reason, measure, bidSentence, targets: stated, ...changes } = command;
  const commitment = standingCommitmentOrRefuse(state, reference);
  if (kind === 'variation') runningContractOrRefuse(state, state.terms!.reference);
  const frozen = measure === undefined ? commitment.terms.measure : measureOrRefuse({ measures }, measure);
  const terms: CommitmentTerms = { ...restated(commitment.terms, changes), measure: frozen };
  const faults = new Faults();
  if (terms.provider !== commitment.terms.provider) checkMember(faults, state, terms.provider);
  checkKind(faults, commitment, frozen);
  checkWorth(faults, commitment, frozen);
  const sentence = restatedSentence(faults, commitment, terms, bidSentence);
  const targets = restateTargets(faults, frozen, commitment, stated);
  faults.refuseIfAny();
  const sameSaid = sameTerms(terms, commitment.terms);
  if (sameSaid && targets.length === 0 && sentence === undefined) refuseNoChange('commitment', reference);
  return [
    fact(kind === 'variation' ? commitmentVaried : commitmentCorrected, today, {
      commitment: reference,
      ...(sameSaid ? {} : { terms: asStated(terms) }),
      ...(sentence === undefined ? {} : { bidSentence: sentence }),
      ...(targets.length === 0 ? {} : { targets }),
      ...(kind === 'variation' ? { since: today } : {}),
      reason,
    }),
  ];
}

/** What was delivered is counted in the measure's kind: another kind would make another thing of it. */
function checkKind(faults: Faults, commitment: Commitment, { measure, kind }: MeasureTerms): void {
  const before = commitment.terms.measure.kind;
  const delivered = commitment.reports.size + Object.keys(commitment.openingBalances).length > 0;
  if (kind === before || !delivered) return;
  faults.add('measure', measure, `must be of the kind ${before}, in which deliveries are recorded already, and is ${kind}`, 'Withdraw the commitment, and make another.');
}

/** What was delivered is worth what the measure says; no line may come to be worth more than the record can add up. */
function checkWorth(faults: Faults, { terms, reports, openingBalances }: Commitment, measure: MeasureTerms): void {
  if (measure === terms.measure || measure.kind !== terms.measure.kind) return;
  const lines = [...reports.values(), ...Object.values(openingBalances)];
  const tooMuch = lines.find((line) => line.quantity !== null && Math.abs(worth(measure, line.quantity, line) ?? 0) > LARGEST_VALUE);
  if (!tooMuch) return;
  const rule = `must leave every line worth at most £100,000 million, but at £${measure.unitValue} for each ${measure.unit} that of ${tooMuch.from} to ${tooMuch.to} is worth more`;
  faults.add('measure', measure.measure, rule, 'Check the unit value of the measure, or correct the delivery first.');
}

/** The bid's sentence as it now stands; undefined: it stays. A commitment that leaves the contract loses its own. */
function restatedSentence(
  faults: Faults,
  { terms: before }: Commitment,
  { basis }: CommitmentTerms,
  stated: string | null | undefined,
): string | null | undefined {
  if (stated !== undefined) checkBidSentence(faults, basis, stated);
  else if (basis === 'contract' && before.basis !== basis) checkBidSentence(faults, basis, null);
  else if (basis !== before.basis) return null;
  return stated;
}

/** An event takes lists of its own. */
function asStated(terms: CommitmentTerms): z.output<typeof commitmentTerms> {
  const { measure, evidenceRequired, tags } = terms;
  return { ...terms, measure: { ...measure, tags: [...measure.tags] }, evidenceRequired: [...evidenceRequired], tags: [...tags] };
}
