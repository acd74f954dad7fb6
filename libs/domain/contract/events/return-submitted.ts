import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';

/** A member's statement that this is all for the contract and period; nil where there was nothing. */
export const returnSubmitted = contractEvent(
  'ReturnSubmitted',
  z.strictObject({
    provider: field.reference,
    from: field.date,
    to: field.date,
    nil: z.boolean(),
    submittedOn: field.date,
    submittedBy: field.person,
    change: change.optional(),
  }),
  (state, { provider, from, to, nil }) => ({
    ...state,
    returns: { ...state.returns, [`${provider}/${from}/${to}`]: { provider, from, to, nil } },
  }),
);
