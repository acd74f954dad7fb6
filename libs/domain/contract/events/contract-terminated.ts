import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { suspensionsUntil } from '../ended-suspension.js';
import { ground } from '../ground.js';
import { recutOn } from '../reporting/recut.js';

/** The contract was ended before its time; `terminatedOn` is its last day. What was delivered still counts. */
export const contractTerminated = contractEvent(
  'ContractTerminated',
  z.strictObject({
    terminatedOn: field.date,
    /** The day on which it came on record, where that is later. */
    onRecordFrom: field.date.optional(),
    ground,
    /** The case of a break clause that led to it. */
    because: z.strictObject({ clause: field.reference, case: z.int().min(1) }).nullable(),
    reason: erasableText(),
  }),
  (state, { terminatedOn, onRecordFrom, because }) => ({
    ...state,
    status: 'terminated',
    terminatedOn,
    terminatedBecause: because,
    suspensions: suspensionsUntil(state, terminatedOn),
    recuts: recutOn(state, onRecordFrom),
  }),
);
