import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';
import { frequency } from '../contract-terms.js';
import { recutOn } from '../reporting/recut.js';

/**
 * How often returns are due, and how many working days after a period ends. With `since`, a variation holds from that
 * day on and what was agreed before holds for the periods before; without it, what is stated replaces what was.
 */
export const reportingScheduleAgreed = contractEvent(
  'ReportingScheduleAgreed',
  z.strictObject({
    frequency,
    dueWorkingDays: z.int().min(0).max(250),
    /** For listed dates: the last days of periods, in order. 31 March always ends one, listed or not. */
    periodEnds: z.array(field.date).min(1).max(500).optional(),
    since: field.date.optional(),
    /** The day on which it came on record, where it holds for earlier ones. */
    onRecordFrom: field.date.optional(),
    change: change.optional(),
  }),
  (state, { frequency, dueWorkingDays, periodEnds = [], since, onRecordFrom }) => {
    const schedule = { frequency, dueWorkingDays, periodEnds, since: since ?? null };
    const recuts = recutOn(state, onRecordFrom);
    if (since === undefined) return { ...state, schedule, earlierSchedules: [], recuts };
    const earlier = state.schedule ? [...state.earlierSchedules, state.schedule] : [];
    return { ...state, schedule, recuts, earlierSchedules: earlier.filter((one) => one.since === null || one.since < since) };
  },
);
