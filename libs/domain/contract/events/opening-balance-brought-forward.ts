import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { quantityOf } from '../../kernel/quantity.js';
import { change } from '../change.js';
import { contractEvent, withCommitment } from '../contract-event.js';

/**
 * A quantity delivered before the authority began to use the ledger (rule 14). Attested by a named officer it counts
 * as validated. The same member and period stated again replaces what was stated before.
 */
export const openingBalanceBroughtForward = contractEvent(
  'OpeningBalanceBroughtForward',
  z.strictObject({
    commitment: field.reference,
    provider: field.reference.nullable(),
    from: field.date,
    to: field.date,
    quantity: field.quantity,
    attestedBy: field.person.nullable(),
    change: change.optional(),
  }),
  (state, { commitment, provider, from, to, quantity, attestedBy }, recorded) =>
    withCommitment(state, commitment, (made) => ({
      ...made,
      openingBalances: {
        ...made.openingBalances,
        [`${provider ?? ''}/${from}/${to}`]: { provider, from, to, quantity: quantityOf(quantity), attested: attestedBy !== null, recorded },
      },
    })),
);
