import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';

/** The contract stands still from a day on: nothing falls due, no clock runs, until it is resumed. */
export const contractSuspended = contractEvent(
  'ContractSuspended',
  z.strictObject({ from: field.date, reason: erasableText() }),
  (state, { from }) => ({ ...state, suspensions: [...state.suspensions, { from, to: null }] }),
);
