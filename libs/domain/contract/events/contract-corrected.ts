import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import { contractEvent } from '../contract-event.js';
import { contractTerms } from '../contract-terms.js';

/** The contract was typed wrong; the contract itself did not change. `terms` are all its terms as they now stand. */
export const contractCorrected = contractEvent(
  'ContractCorrected',
  z.strictObject({ terms: contractTerms, reason: erasableText() }),
  (state, { terms }, recorded) => ({ ...state, terms, termsSince: recorded }),
);
