import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { contractTerms } from '../contract-terms.js';
import { onRecordSince } from '../members-on.js';
import { pastEndsAfter } from '../past-ends.js';

/**
 * The contract was typed wrong; the contract itself did not change. `terms` are all its terms as they now stand. Nobody is
 * asked for what was due, of the lead or after the end as they were mended, before that came on record.
 */
export const contractCorrected = contractEvent(
  'ContractCorrected',
  z.strictObject({ terms: contractTerms, onRecordFrom: field.date.optional(), reason: erasableText() }),
  (state, { terms, onRecordFrom }, recorded) => ({
    ...state,
    terms,
    termsSince: recorded,
    pastEnds: pastEndsAfter(state, terms, onRecordFrom),
    membersOnRecordFrom: state.members.length === 0 ? onRecordSince(state, [terms.lead], onRecordFrom) : state.membersOnRecordFrom,
  }),
);
