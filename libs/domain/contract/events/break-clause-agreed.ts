import { z } from 'zod';
import * as field from '../../kernel/fields.js';
import { held } from '../../kernel/lookup.js';
import { erasableText } from '../../kernel/event.js';
import { judgedOn } from '../breach.js';
import { type BreakCase, type BreakClause, isClosed, termsOn } from '../break-clause.js';
import { change } from '../change.js';
import { contractEvent } from '../contract-event.js';

const days = z.int().min(0).max(1000);

/**
 * A break clause as the contract states it. Stated again with a variation, it holds from the day on which that was
 * agreed, and what happened before is judged by what it said before; an entry error replaces what was typed wrong, in
 * open cases too of which no notice was served yet.
 */
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
    /** From when it holds; absent: from the start of the contract. */
    since: field.date.optional(),
    change: change.optional(),
  }),
  (state, { clause, condition, timeToPutRightWorkingDays, remediable, noticeForm, deemedServiceWorkingDays, whoMayDecide, since = null, change }) => {
    const terms = { condition, timeToPutRightWorkingDays, remediable, noticeForm, deemedServiceWorkingDays, whoMayDecide };
    const stood = held(state.breakClauses, clause);
    const stated: BreakClause = {
      reference: clause,
      terms,
      since: stood && change?.kind === 'entry error' && since === null ? stood.since : since,
      earlier: stood && change?.kind === 'variation' ? [...stood.earlier, { terms: stood.terms, since: stood.since }] : (stood?.earlier ?? []),
      cases: (stood?.cases ?? []).map((one) => (change?.kind === 'entry error' && aroseUnderLast(stood!, one) && !isClosed(one) && !one.notice ? { ...one, terms } : one)),
    };
    return { ...state, breakClauses: { ...state.breakClauses, [clause]: stated } };
  },
);

/** Whether a case arose under what the clause said last: what was typed wrong there was never said of an earlier one. */
function aroseUnderLast(stood: BreakClause, one: BreakCase): boolean {
  return (termsOn(stood, judgedOn(one.breach)) ?? stood.terms) === stood.terms;
}
