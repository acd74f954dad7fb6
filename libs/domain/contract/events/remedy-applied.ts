import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { remedyKind } from '../remedy.js';
import { contractEvent } from '../contract-event.js';
import { withCase } from '../with-case.js';

/** A remedy short of ending the contract. Unless it settles the breach, the authority's other rights stay reserved. */
export const remedyApplied = contractEvent(
  'RemedyApplied',
  z.strictObject({
    clause: field.reference,
    case: z.int().min(1),
    remedy: remedyKind,
    /** Null where it has no amount. */
    pence: field.pence.nullable(),
    appliedOn: field.date,
    settles: z.boolean(),
    words: erasableText(),
  }),
  (state, event) =>
    withCase(state, event, (one) => ({ ...one, remedies: [...one.remedies, { kind: event.remedy, on: event.appliedOn, settles: event.settles }] })),
);
