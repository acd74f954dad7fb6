import { z } from 'zod';
import { contractTerms } from '../contract-terms.js';
import { contractEvent } from '../contract-event.js';

/** A contract with a provider has come under the authority's record. */
export const contractRegistered = contractEvent('ContractRegistered', z.strictObject({ terms: contractTerms }), (state, { terms }, recorded) => ({
  ...state,
  status: 'running',
  terms,
  termsSince: recorded,
}));
