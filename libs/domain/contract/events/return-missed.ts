import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { returnKey } from '../return-key.js';

/** A return had not come by the day on which it was due. It may still come; then it is late. */
export const returnMissed = contractEvent(
  'ReturnMissed',
  z.strictObject({ provider: field.reference, from: field.date, to: field.date, dueOn: field.date, foundOn: field.date }),
  (state, event) => ({ ...state, missedReturns: { ...state.missedReturns, [returnKey(event)]: { dueOn: event.dueOn, setAside: false } } }),
);
