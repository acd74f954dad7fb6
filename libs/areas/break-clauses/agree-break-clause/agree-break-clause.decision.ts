import { z } from 'zod';
import { contractStream, fact } from '#domain/contract/contract.js';
import { breakClauseAgreed } from '#domain/contract/events/index.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { refuse } from '#domain/kernel/refusal.js';
import type { Reference } from '#engine/ledger/ledger.js';

const workingDays = z.int().min(0).max(1000);

const condition = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('shortfall'),
    belowPercent: field.percent.describe('Validated below this share of what is due …'),
    consecutivePeriods: z.int().min(1).max(120).describe('… for so many reporting periods, one after another.'),
  }),
  z.strictObject({ kind: z.literal('silence'), workingDaysLate: workingDays.describe('No return so many working days after it was due.') }),
  z.strictObject({ kind: z.literal('critical commitment missed') }),
]);

/** Record a break clause as the contract states it. */
export const agreeBreakClause = z.strictObject({
  reference: field.reference,
  condition: condition.describe('When the clause bites.'),
  timeToPutRightWorkingDays: workingDays.describe('How long the provider has to put a breach right; from deemed service.'),
  remediable: z.boolean().describe('Whether the breach can be put right.'),
  noticeForm: field.label().default('').describe('How notice is given: letter, email.'),
  noticeAddress: z.string().max(300).nullable().default(null).describe('Where notice is given.'),
  deemedServiceWorkingDays: workingDays.nullable().default(null).describe('After how many working days a notice counts as served; null: not said.'),
  whoMayDecide: field.label().default('').describe('Who may decide for the authority.'),
  summary: field.name(1000).describe('The clause in a sentence.'),
  agreedOn: field.date.nullable().default(null).describe('When it was agreed; null: with the contract, on the day it starts.'),
  change: z
    .strictObject({ kind: z.enum(['variation', 'entry error']), reason: field.reason })
    .nullable()
    .default(null)
    .describe('Why a clause that was recorded is stated again; null for a first one.'),
});
export type AgreeBreakClause = z.infer<typeof agreeBreakClause>;

/** @param contract its reference, as the caller gave it */
export function decideAgreeBreakClause(
  state: ContractState,
  contract: string,
  command: AgreeBreakClause,
  around: { readonly today: string },
): NewEvent[] {
  const { terms } = state;
  if (terms === null) {
    return refuse('contract', contract, 'must be a contract of this authority', 'Look the reference up, or register the contract first.', 'not found');
  }
  const { reference, agreedOn, change, noticeAddress, ...clause } = command;
  if (agreedOn !== null && agreedOn > around.today) {
    refuse('agreedOn', agreedOn, `must not be after today, ${around.today}`, 'Record the clause once it is agreed.');
  }
  refuseUnlessNews(state, reference, change !== null);
  return [
    fact(breakClauseAgreed, agreedOn ?? terms.startsOn, {
      clause: reference,
      ...clause,
      noticeAddress: noticeAddress || null,
      ...(change === null ? {} : { change }),
    }),
  ];
}

/** A clause's reference is nobody else's in the authority; claimed when the clause is first recorded. */
export function claimOfBreakClause(state: ContractState, reference: string): readonly Reference[] {
  if (held(state.breakClauses, reference)) return [];
  return [{ kind: 'break clause', reference, stream: contractStream(state.terms!.reference) }];
}

function refuseUnlessNews(state: ContractState, reference: string, stated: boolean): void {
  const earlier = held(state.breakClauses, reference);
  if (earlier && !stated) {
    const fix = 'Choose another reference; or state the clause again, and say why (change).';
    refuse('reference', reference, 'must not be the reference of a clause that is recorded already', fix, 'conflict');
  }
  if (!earlier && stated) refuse('change', 'given', 'must be left out for a clause that was not recorded before', 'Leave it empty.');
}
