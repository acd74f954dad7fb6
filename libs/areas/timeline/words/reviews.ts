import * as events from '#domain/contract/events/index.js';
import { held } from '#domain/kernel/lookup.js';
import { muchIn, reportNamed } from './naming.js';
import { type Sentence, sentence } from './sentence.js';

/** What the authority decided of delivery reports. */
export const REVIEWS: readonly Sentence[] = [
  sentence(events.deliveryValidated, ({ commitment, report, part, accepted, method, reviewedBy, selfReviewed }, { after, person }) => {
    const text = held(after.commitments, commitment)?.terms.measure.kind === 'text';
    const much = part && accepted !== null && !text ? `${muchIn(after, commitment, accepted)} of` : part ? 'a part of' : 'the whole of';
    const self = selfReviewed ? ' The same person had entered it, which this authority allows and counts.' : '';
    return `${person(reviewedBy)} accepted ${much} the ${reportNamed(after, commitment, report)}, ${METHODS[method]}.${self}`;
  }),
  sentence(events.deliveryQueried, ({ commitment, report, reviewedBy }, { after, person }) =>
    `${person(reviewedBy)} asked a question about the ${reportNamed(after, commitment, report)}. It is undecided until it is answered and reviewed.`),
  sentence(events.queryAnswered, ({ commitment, report, answeredBy }, { after, person }) =>
    `${person(answeredBy)} answered the question about the ${reportNamed(after, commitment, report)}. It waits for review again.`),
  sentence(events.deliveryRejected, ({ commitment, report, reviewedBy, method }, { after, person }) =>
    `${person(reviewedBy)} did not accept the ${reportNamed(after, commitment, report)}, ${METHODS[method]}.`),
  sentence(events.validationWithdrawn, ({ commitment, report }, { after }) =>
    `The decision to accept the ${reportNamed(after, commitment, report)} was taken back. It waits for review again.`),
];

const METHODS = {
  document: 'having seen a document',
  visit: 'after a visit',
  beneficiary: 'on the word of somebody whom it was for',
  'data we hold': 'by data that the authority holds',
};
