import * as events from '#domain/contract/events/index.js';
import { type DeliveryClaim, typedQuantity } from '#domain/contract/delivery-claim.js';
import { held } from '#domain/kernel/lookup.js';
import { quantityText } from '#domain/kernel/quantity.js';
import { quantity } from '#surface/pages/filters/quantities.js';
import { listed } from '#domain/kernel/listed.js';
import { several } from './amounts.js';
import { capital } from './changes.js';
import { commitmentNamed, delivererNamed, muchIn, muchOf, reportIn, reportNamed } from './naming.js';
import { forPeriod } from './periods.js';
import { type Scene, type Sentence, sentence } from './sentence.js';

/** What was delivered, as it was reported and with what evidence. */
export const DELIVERIES: readonly Sentence[] = [
  sentence(events.deliveryReported, (claim, scene) => {
    const who = delivererNamed(scene, claim.provider, held(scene.after.commitments, claim.commitment));
    const what = `${claimed(claim, scene)} ${forPeriod(claim)}${claim.inAddition ? ', in addition to what was reported for these dates' : ''}`;
    const said = claim.side === 'provider' ? `${who} reported ${what}.` : `The authority logged that ${who} delivered ${what}.`;
    return `${said}${withEvidence(claim)}`;
  }),
  sentence(events.deliveryCorrected, (claim, scene) => {
    const { after } = scene;
    const who = claim.side === 'provider' ? delivererNamed(scene, claim.provider, held(after.commitments, claim.commitment)) : 'The authority';
    const now = typedQuantity(claim) === null ? `on ${commitmentNamed(after, claim.commitment)}` : claimed(claim, scene);
    return `${who} corrected the ${reportNamed(after, claim.commitment, claim.corrects)}: it is now ${now} ${forPeriod(claim)}. The correction, ${claim.report}, waits for review.${withEvidence(claim)}`;
  }),
  sentence(events.correctionCancelled, ({ commitment, report }, { after }) => {
    const corrects = reportIn(after, commitment, report)?.corrects;
    const stands = corrects ? `the ${reportNamed(after, commitment, corrects)} stands again` : 'the report that it corrected stands again';
    return `The correction ${report} was taken back: ${stands}.`;
  }),
  sentence(events.deliveryWithdrawn, ({ commitment, report }, { after }) => `The ${reportNamed(after, commitment, report)} was withdrawn, with all its corrections: it counts in no figure any more.`),
  sentence(events.evidenceAttached, ({ commitment, report, evidence, evidencedQuantity }, { after }) => {
    const supports = evidencedQuantity === null ? 'the whole of it' : `${muchIn(after, commitment, evidencedQuantity)} of it`;
    return `${capital(pieces(evidence))} came for the ${reportNamed(after, commitment, report)}. All the evidence for it now supports ${supports}.`;
  }),
  sentence(events.evidenceWithdrawn, ({ commitment, report, evidence }, { before, after }) => {
    const kind = reportIn(before, commitment, report)?.evidence.find(({ id }) => id === evidence)?.kind;
    return `A piece of evidence${kind === undefined ? '' : ` (${kind})`} no longer stands behind the ${reportNamed(after, commitment, report)}.`;
  }),
];

/** `10 hours of Volunteering hours (K1)`, with how it was reached; what is told in words has no quantity. */
function claimed(claim: DeliveryClaim, { after }: Scene): string {
  const much = typedQuantity(claim);
  if (much === null) return `on ${commitmentNamed(after, claim.commitment)} in words`;
  const of = muchOf(after, claim.commitment, quantityText(much));
  return claim.hours === undefined || claim.people === undefined ? of : `${of} (${quantity(claim.hours)} hours for each of ${several(claim.people, 'person', 'people')})`;
}

function withEvidence({ evidence }: DeliveryClaim): string {
  return evidence.length === 0 ? '' : ` It came with ${pieces(evidence)}.`;
}

/** `2 pieces of evidence (payroll and sign-in sheet)`. */
function pieces(evidence: readonly { readonly kind: string }[]): string {
  return `${several(evidence.length, 'piece')} of evidence (${listed([...new Set(evidence.map(({ kind }) => kind))])})`;
}
