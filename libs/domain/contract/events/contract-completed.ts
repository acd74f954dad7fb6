import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { suspensionsUntil } from '../ended-suspension.js';

/** The contract has run its course. Late reports, evidence and reviews are still recorded on it. */
export const contractCompleted = contractEvent(
  'ContractCompleted',
  z.strictObject({ completedOn: field.date, reason: erasableText().optional() }),
  (state, { completedOn }) => ({ ...state, status: 'completed', completedOn, suspensions: suspensionsUntil(state, completedOn) }),
);
