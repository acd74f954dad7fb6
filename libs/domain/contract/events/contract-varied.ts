import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import { contractEvent } from '../contract-event.js';
import { contractTerms } from '../contract-terms.js';

/** The contract itself was changed. `terms` are all its terms as they now stand. */
export const contractVaried = contractEvent(
  'ContractVaried',
  z.strictObject({ terms: contractTerms, reason: erasableText() }),
  (state, { terms }, recorded) => ({ ...state, terms, termsSince: recorded }),
);
