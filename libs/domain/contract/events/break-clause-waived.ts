import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { withCase } from '../with-case.js';

/** The authority gives up its rights from this breach, in words. Rights that nobody gave up stay reserved. */
export const breakClauseWaived = contractEvent(
  'BreakClauseWaived',
  z.strictObject({
    clause: field.reference,
    case: z.int().min(1),
    waivedOn: field.date,
    words: erasableText(),
  }),
  (state, event) => withCase(state, event, (one) => ({ ...one, waivedOn: event.waivedOn })),
);
