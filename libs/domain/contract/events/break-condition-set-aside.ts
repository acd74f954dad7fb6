import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { withCase } from '../with-case.js';

/** A person looked at a condition that was met, and nothing follows from it. */
export const breakConditionSetAside = contractEvent(
  'BreakConditionSetAside',
  z.strictObject({
    clause: field.reference,
    case: z.int().min(1),
    setAsideOn: field.date,
    reason: erasableText(),
  }),
  (state, event) => withCase(state, event, (one) => ({ ...one, setAsideOn: event.setAsideOn })),
);
