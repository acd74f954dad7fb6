import { z } from 'zod';
import { changeGiven, changeOrRefuse, contractOrRefuse } from '#areas/contracts/index.js';
import { contractStream, fact } from '#domain/contract/contract.js';
import { runningPeriod } from '#domain/contract/reporting/reporting-periods.js';
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
    kind: z.literal('shortfall').describe('Too little validated, period after period.'),
    belowPercent: field.percent.describe('Validated below this share of what is due …'),
    consecutivePeriods: z.int().min(1).max(120).describe('… for so many reporting periods, one after another.'),
  }),
  z.strictObject({ kind: z.literal('silence').describe('No return.'), workingDaysLate: workingDays.describe('No return so many working days after it was due.') }),
  z.strictObject({ kind: z.literal('critical commitment missed').describe('A commitment marked critical was missed.') }),
]);

/** Record a break clause as the contract states it. */
export const agreeBreakClause = z.strictObject({
  reference: field.reference,
  condition: condition.describe('When the clause bites.'),
  timeToPutRightWorkingDays: workingDays.describe('How long the provider has to put a breach right; from deemed service.'),
  remediable: z.boolean().describe('Whether the breach can be put right.'),
  noticeForm: field.label().default('').describe('How notice is given: letter, email.'),
  noticeAddress: field.address.nullable().default(null).describe('Where notice is given.'),
  deemedServiceWorkingDays: workingDays.nullable().default(null).describe('After how many working days a notice counts as served; null: not said.'),
  whoMayDecide: field.label().default('').describe('Who may decide for the authority.'),
  summary: field.name(1000).describe('The clause in a sentence.'),
  agreedOn: field.date
    .nullable()
    .default(null)
    .describe('When it was agreed, from which day it holds; null: with the contract, on the day it starts, or, for a variation, today. A variation holds for no reporting period that has ended.'),
  change: changeGiven
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
  const { startsOn } = contractOrRefuse(state, contract);
  const { reference, agreedOn, change, noticeAddress, ...clause } = command;
  if (agreedOn !== null && agreedOn > around.today) {
    refuse('agreedOn', agreedOn, `must not be after today, ${around.today}`, 'Record the clause once it is agreed.');
  }
  const stood = held(state.breakClauses, reference);
  const changed = changeOrRefuse(change, stood !== undefined, `the clause ${reference} is recorded`);
  if (change?.because === 'variation' && agreedOn !== null) checkVaried(state, agreedOn, around.today, stood?.since ?? null);
  const since = agreedOn ?? (change?.because === 'variation' ? around.today : null);
  return [
    fact(breakClauseAgreed, since ?? startsOn, {
      clause: reference,
      ...clause,
      noticeAddress: noticeAddress || null,
      ...(since === null ? {} : { since }),
      ...changed,
    }),
  ];
}

/** What was not a breach when it happened must not become one by what was agreed afterwards, as with a schedule. */
function checkVaried(state: ContractState, agreedOn: string, today: string, since: string | null): void {
  const running = runningPeriod(state, today)?.from ?? today;
  const first = since !== null && since > running ? since : running;
  const why = first === since ? 'from which day the clause holds as it stands' : first === today ? 'today' : 'when the running reporting period began';
  if (agreedOn < first) refuse('agreedOn', agreedOn, `must not lie before ${first}, ${why}`, 'What was agreed holds for what has ended; correct an entry error, if that is what it is.');
}

/** A clause's reference is nobody else's in the authority; claimed when the clause is first recorded. */
export function claimOfBreakClause(state: ContractState, reference: string): readonly Reference[] {
  if (held(state.breakClauses, reference)) return [];
  return [{ kind: 'break clause', reference, stream: contractStream(state.terms!.reference) }];
}
