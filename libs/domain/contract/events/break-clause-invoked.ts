import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { withCase } from '../with-case.js';

/** A second authorised person invoked the clause, by a decision that can be looked up. It ends nothing by itself. */
export const breakClauseInvoked = contractEvent(
  'BreakClauseInvoked',
  z.strictObject({
    clause: field.reference,
    case: z.int().min(1),
    invokedOn: field.date,
    invokedBy: field.person,
    /** Where the decision stands: a minute, a delegated decision notice. */
    decisionReference: field.name(),
    reason: erasableText(),
  }),
  (state, event) => withCase(state, event, (one) => ({ ...one, invoked: { on: event.invokedOn, by: event.invokedBy } })),
);
