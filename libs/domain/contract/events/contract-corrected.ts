import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { contractTerms } from '../contract-terms.js';
import { pastEndsAfter } from '../past-ends.js';
import { recutOn } from '../reporting/recut.js';

/**
 * The contract was typed wrong; the contract itself did not change. `terms` are all its terms as they now stand.
 * `onRecordFrom` is the day on which that came on record, where it changes what is owed for earlier days.
 */
export const contractCorrected = contractEvent(
  'ContractCorrected',
  z.strictObject({ terms: contractTerms, onRecordFrom: field.date.optional(), reason: erasableText() }),
  (state, { terms, onRecordFrom }, recorded) => ({
    ...state,
    terms,
    termsSince: recorded,
    pastEnds: pastEndsAfter(state, terms, onRecordFrom),
    recuts: recutOn(state, onRecordFrom),
  }),
);
