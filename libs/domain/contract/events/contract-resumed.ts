import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import { addDays } from '../../kernel/date.js';
import * as field from '../../kernel/fields.js';
import { contractEvent } from '../contract-event.js';

/**
 * A suspended contract goes on; `on` is the first day on which it runs again. Until the day on which that came on record
 * its clocks stood still: nobody could know that they ran.
 */
export const contractResumed = contractEvent(
  'ContractResumed',
  z.strictObject({ on: field.date, /** Where that is later. */ onRecordFrom: field.date.optional(), reason: erasableText().optional() }),
  (state, { on, onRecordFrom }) => {
    const known = onRecordFrom === undefined ? {} : { clocksUntil: addDays(onRecordFrom, -1) };
    const ended = state.suspensions.map((one) => (one.to === null ? { ...one, to: addDays(on, -1), ...known } : one));
    return { ...state, suspensions: ended.filter(({ from, to, clocksUntil }) => to === null || from <= to || (clocksUntil !== undefined && from <= clocksUntil)) };
  },
);
