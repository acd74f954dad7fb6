import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { suspensionsUntil } from '../ended-suspension.js';
import { recutOn } from '../reporting/recut.js';

/** The contract has run its course. Late reports, evidence and reviews are still recorded on it. */
export const contractCompleted = contractEvent(
  'ContractCompleted',
  z.strictObject({ completedOn: field.date, /** Where that is later. */ onRecordFrom: field.date.optional(), reason: erasableText().optional() }),
  (state, { completedOn, onRecordFrom }) => ({
    ...state,
    status: 'completed',
    completedOn,
    suspensions: suspensionsUntil(state, completedOn),
    recuts: recutOn(state, onRecordFrom),
  }),
);
