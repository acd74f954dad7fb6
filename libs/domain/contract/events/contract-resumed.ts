import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import { addDays } from '../../kernel/date.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';

/** A suspended contract goes on; `on` is the first day on which it runs again. */
export const contractResumed = contractEvent(
  'ContractResumed',
  z.strictObject({ on: field.date, reason: erasableText().optional() }),
  (state, { on }) => {
    const ended = state.suspensions.map((one) => (one.to === null ? { ...one, to: addDays(on, -1) } : one));
    return { ...state, suspensions: ended.filter(({ from, to }) => to === null || from <= to) };
  },
);
