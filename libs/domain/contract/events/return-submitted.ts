import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { held } from '../../kernel/lookup.js';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';
import { returnKey } from '../return-key.js';

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
    /** The delivery reports that it lists, as they stood. */
    lists: z.array(field.reference).max(5_000).optional(),
    /** Why less came than was due, and what will be done about it. */
    shortfalls: z
      .array(z.strictObject({ commitment: field.reference, reason: erasableText(), recovery: erasableText().nullable() }))
      .max(500)
      .optional(),
    /** Both statements were made: only this contract and period, and a commitment of it or beyond it. Absent: it came in a workbook. */
    statements: z.literal(true).optional(),
    change: change.optional(),
  }),
  (state, event) => {
    const { provider, from, to, nil } = event;
    const key = returnKey(event);
    const stood = held(state.returns, key);
    // what came in time is not late because it was stated again
    const came = stood && event.change?.kind === 'variation' && stood.submittedOn < event.submittedOn ? stood : event;
    return { ...state, returns: { ...state.returns, [key]: { provider, from, to, nil, submittedOn: came.submittedOn } } };
  },
);
