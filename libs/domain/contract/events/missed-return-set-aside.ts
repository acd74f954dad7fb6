import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';
import { returnKey } from '../return-key.js';

/** That a return was missed is set aside: it counts for no break clause. */
export const missedReturnSetAside = contractEvent(
  'MissedReturnSetAside',
  z.strictObject({ provider: field.reference, from: field.date, to: field.date, setAsideOn: field.date, reason: erasableText() }),
  (state, event) => {
    const key = returnKey(event);
    return { ...state, missedReturns: { ...state.missedReturns, [key]: { ...state.missedReturns[key]!, setAside: true } } };
  },
);
