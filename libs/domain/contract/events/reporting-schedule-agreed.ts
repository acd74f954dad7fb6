import { z } from 'zod';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';
import { frequency } from '../contract-terms.js';

/** How often returns are due, and how many working days after a period ends. */
export const reportingScheduleAgreed = contractEvent(
  'ReportingScheduleAgreed',
  z.strictObject({ frequency, dueWorkingDays: z.int().min(0).max(250), change: change.optional() }),
  (state, { frequency, dueWorkingDays }) => ({ ...state, schedule: { frequency, dueWorkingDays } }),
);
