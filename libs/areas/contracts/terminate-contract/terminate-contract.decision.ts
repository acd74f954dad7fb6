import { z } from 'zod';
import { caseName } from '#domain/contract/break-clause.js';
import { fact } from '#domain/contract/contract.js';
import { contractTerminated } from '#domain/contract/events/index.js';
import { ground } from '#domain/contract/ground.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import * as field from '#domain/kernel/fields.js';
import { held } from '#domain/kernel/lookup.js';
import { Faults } from '#domain/kernel/refusal.js';
import { runningContractOrRefuse } from '../contract-or-refuse.js';
import { onRecordLater } from '../on-record-later.js';

/** End a contract before its time. Late reports, evidence and reviews are still taken. */
export const terminateContract = z.strictObject({
  contract: field.reference,
  terminatedOn: field.date.describe('Its last day.'),
  ground: ground.describe('On what ground.'),
  because: z
    .strictObject({ clause: field.reference, case: z.int().min(1).describe('The number of the case within the clause.') })
    .nullable()
    .default(null)
    .describe('The case of a break clause that was invoked; null where it was not ended by a break clause.'),
  reason: field.reason.describe('Why.'),
});
export type TerminateContract = z.output<typeof terminateContract>;

export function decideTerminateContract(state: ContractState, command: TerminateContract, { today }: { readonly today: string }): NewEvent[] {
  const { contract, terminatedOn, because, reason } = command;
  const { startsOn, endsOn } = runningContractOrRefuse(state, contract);
  const faults = new Faults();
  if (terminatedOn > today) faults.add('terminatedOn', terminatedOn, `must not be after today, ${today}`, 'Record it once the contract has ended.');
  if (terminatedOn < startsOn) faults.add('terminatedOn', terminatedOn, `must not lie before ${startsOn}, the day that the contract starts`, 'Mend the day.');
  if (terminatedOn > endsOn) faults.add('terminatedOn', terminatedOn, `must not lie after ${endsOn}, the day that it ends by itself`, 'Complete the contract instead.');
  checkGround(faults, state, command);
  faults.refuseIfAny();
  return [fact(contractTerminated, terminatedOn, { terminatedOn, ...onRecordLater(state, today, terminatedOn < today), ground: command.ground, because, reason })];
}

/** A contract is ended by a break clause only where that was invoked, and not before. */
function checkGround(faults: Faults, state: ContractState, { ground, because, terminatedOn }: TerminateContract): void {
  if ((ground === 'break clause') !== (because !== null)) {
    const rule = ground === 'break clause' ? 'must be given where a break clause is the ground' : 'must be left out where no break clause is the ground';
    faults.add('because', because, rule, 'Name the case that was invoked, or another ground.');
    return;
  }
  if (because === null) return;
  const invoked = held(state.breakClauses, because.clause)?.cases[because.case - 1]?.invoked;
  if (!invoked) {
    faults.add('because', caseName({ clause: because.clause, number: because.case }), 'must be a case of this contract that was invoked', 'Have a second authorised person invoke the clause first.');
  } else if (terminatedOn < invoked.on) {
    faults.add('terminatedOn', terminatedOn, `must not lie before ${invoked.on}, when the clause was invoked`, 'Mend the day, or name another ground.');
  }
}
