import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { withCase } from '../with-case.js';

/** A named person confirmed that a condition was met: the break clause is triggered. Another may invoke it later. */
export const breakClauseTriggered = contractEvent(
  'BreakClauseTriggered',
  z.strictObject({
    clause: field.reference,
    case: z.int().min(1),
    confirmedOn: field.date,
    confirmedBy: field.person,
    reason: erasableText().optional(),
  }),
  (state, event) => withCase(state, event, (one) => ({ ...one, confirmed: { on: event.confirmedOn, by: event.confirmedBy } })),
);
