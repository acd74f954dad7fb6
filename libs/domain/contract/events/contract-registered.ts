import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { contractTerms } from '../contract-terms.js';
import { contractEvent } from '../contract-event.js';

/** A contract with a provider has come under the authority's record. */
export const contractRegistered = contractEvent(
  'ContractRegistered',
  z.strictObject({
    terms: contractTerms,
    /** The day on which it came on record: of what was due before, the record knows too little to blame anybody. */
    onRecordFrom: field.date.optional(),
  }),
  (state, { terms, onRecordFrom = null }, recorded) => ({ ...state, status: 'running', terms, termsSince: recorded, onRecordFrom }),
);
