import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { withCase } from '../with-case.js';

/** Notice of the breach was sent. It counts as served so many working days later as the clause says. */
export const breachNoticeServed = contractEvent(
  'BreachNoticeServed',
  z.strictObject({
    clause: field.reference,
    case: z.int().min(1),
    form: field.name(),
    address: erasableText(300),
    sentOn: field.date,
    /** Why it was not given in the form that the clause asks for. */
    reason: erasableText().optional(),
  }),
  (state, event) => withCase(state, event, (one) => ({ ...one, notice: { form: event.form, sentOn: event.sentOn } })),
);
