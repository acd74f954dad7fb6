import { z } from 'zod';
import { erasableText } from '../../kernel/event.js';
import * as field from '../../kernel/fields.js';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';

const days = z.int().min(0).max(1000);

/** A break clause as the contract states it. The same reference stated again replaces it. */
export const breakClauseAgreed = contractEvent(
  'BreakClauseAgreed',
  z.strictObject({
    clause: field.reference,
    condition: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('shortfall'), belowPercent: field.percent, consecutivePeriods: z.int().min(1).max(120) }),
      z.strictObject({ kind: z.literal('silence'), workingDaysLate: days }),
      z.strictObject({ kind: z.literal('critical commitment missed') }),
    ]),
    timeToPutRightWorkingDays: days,
    remediable: z.boolean(),
    noticeForm: field.label(),
    noticeAddress: erasableText(300).nullable(),
    deemedServiceWorkingDays: days.nullable(),
    whoMayDecide: field.label(),
    summary: field.name(1000),
    change: change.optional(),
  }),
  (state, { clause, condition }) => ({
    ...state,
    breakClauses: { ...state.breakClauses, [clause]: { reference: clause, condition: condition.kind } },
  }),
);
