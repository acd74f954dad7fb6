import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { contractTerms } from '../contract-terms.js';
import { membersUntil } from '../members-on.js';
import { pastEndsAfter } from '../past-ends.js';
import { recutOn } from '../reporting/recut.js';

/**
 * The contract itself was changed. `terms` are all its terms as they now stand; a new lead leads from `since` on.
 * `onRecordFrom` is the day on which that came on record, where it changes what is owed for earlier days.
 */
export const contractVaried = contractEvent(
  'ContractVaried',
  z.strictObject({ terms: contractTerms, since: field.date.optional(), onRecordFrom: field.date.optional(), reason: erasableText() }),
  (state, { terms, since, onRecordFrom }, recorded) => {
    const leadChanges = since !== undefined && state.members.length === 0 && state.terms?.lead !== terms.lead;
    return { ...state, terms, termsSince: recorded, pastEnds: pastEndsAfter(state, terms, onRecordFrom), recuts: recutOn(state, onRecordFrom), ...(leadChanges ? { membersBefore: membersUntil(state, since) } : {}) };
  },
);
