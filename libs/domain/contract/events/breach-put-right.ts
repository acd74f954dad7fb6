import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { withCase } from '../with-case.js';

/** The breach was put right, and the authority accepts that it was. */
export const breachPutRight = contractEvent(
  'BreachPutRight',
  z.strictObject({
    clause: field.reference,
    case: z.int().min(1),
    putRightOn: field.date,
    how: erasableText(),
  }),
  (state, event) => withCase(state, event, (one) => ({ ...one, putRightOn: event.putRightOn })),
);
