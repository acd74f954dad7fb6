import { z } from 'zod';
import { fact } from '#domain/contract/contract.js';
import type { CountingDays } from '#areas/contracts/index.js';
import { caseName } from '#domain/contract/break-clause.js';
import { caseClock } from '#domain/contract/consequences/case-clock.js';
import { workingCalendar } from '#domain/contract/reporting/working-calendar.js';
import { improvementPlanAgreed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { Faults, refuse } from '#domain/kernel/refusal.js';
import { checkDay, confirmedCaseOrRefuse, whichCase } from '../case-or-refuse.js';

/** Agree how a breach will be put right, step by step. It does not move the day by which it must be. */
export const agreeImprovementPlan = z.strictObject({
  ...whichCase,
  agreedOn: field.date.nullable().default(null).describe('When it was agreed; null: today.'),
  steps: z
    .array(
      z.strictObject({
        step: z.string().min(1).max(2_000).describe('What the provider will do.'),
        by: field.date.describe('By when.'),
      }),
    )
    .min(1)
    .max(50)
    .describe('In order. A plan agreed later replaces the one before.'),
});
export type AgreeImprovementPlan = z.output<typeof agreeImprovementPlan>;

export function decideAgreeImprovementPlan(state: ContractState, command: AgreeImprovementPlan, { today, bankHolidays }: CountingDays): NewEvent[] {
  const { one } = confirmedCaseOrRefuse(state, command);
  if (!one.terms.remediable) {
    refuse('case', caseName(one), 'must be of a breach that can be put right, and the clause says that this one cannot', 'Waive it, apply a remedy, or invoke the clause.');
  }
  const agreedOn = command.agreedOn ?? today;
  const faults = new Faults();
  checkDay(faults, 'agreedOn', agreedOn, today, { on: one.confirmed!.on, what: 'the day on which the case was confirmed' });
  const latest = caseClock(one, workingCalendar(state, bankHolidays)).putRightBy?.date ?? null;
  for (const [at, { step, by }] of command.steps.entries()) {
    if (latest !== null && by > latest) {
      const fix = 'Agree a day until then; to give more time, serve the notice again, from which it runs anew.';
      faults.add(`steps[${at}].by`, by, `must not lie after ${latest}, the last day on which the breach can be put right in time`, fix);
    }
    if (by < agreedOn) faults.add(`steps[${at}].by`, by, `must not lie before ${agreedOn}, when the plan was agreed`, 'Mend the day.');
    if (step.trim() === '') faults.add(`steps[${at}].step`, step, 'must not be blank', 'Say what the provider will do.');
  }
  faults.refuseIfAny();
  return [fact(improvementPlanAgreed, agreedOn, { clause: command.clause, case: command.case, agreedOn, steps: command.steps })];
}
