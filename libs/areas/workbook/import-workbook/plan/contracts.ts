import { contractClaim, decideContractChange, decideRegisterContract, decideReportingSchedule, type RegisterContract } from '#areas/contracts/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { sameTerms } from '#domain/kernel/restated.js';
import type { ContractRow } from '../../sheets/contracts.js';
import type { ComparedRow } from './compared-row.js';
import { changeOrRefuse } from './given-change.js';
import type { Planning, SheetPlan } from './sheet-plan.js';

/** A new row registers a contract with its schedule; a changed one states anew what differs: its terms, its schedule. */
export const contractsPlan: SheetPlan<ContractRow> = {
  makes: 'contract',
  names: { provider: 'provider' },
  columns: { contract: 'reference', lead: 'provider', frequency: 'reporting', valuePence: 'value_gbp' },
  decide(compared, on) {
    const stated = statedIn(compared.row.values, on);
    const stream = contractStream(stated.reference);
    const state = on.draft.state<ContractState>(stream);
    const at = { stream, evolution: contractEvolution };
    if (compared.before) return { ...at, events: changes(compared, state, stated, on) };
    return { ...at, events: decideRegisterContract(state, stated, on), references: [contractClaim(stated.reference)] };
  },
};

function changes(compared: ComparedRow<ContractRow>, state: ContractState, stated: RegisterContract, on: Planning): NewEvent[] {
  const { kind: because, reason } = changeOrRefuse(compared, on.given);
  const around = { today: on.around.today, isProvider: on.isProvider };
  const { frequency, dueWorkingDays, ...terms } = stated;
  const { reference: contract, ...restated } = terms;
  const events: NewEvent[] = [];
  if (!state.terms || !sameTerms(state.terms, terms)) events.push(...decideContractChange(state, { contract, ...restated, because, reason }, around));
  const schedule = state.schedule;
  if (schedule?.frequency !== frequency || schedule.dueWorkingDays !== dueWorkingDays) {
    const change = schedule === null ? null : { because, reason };
    events.push(...decideReportingSchedule(state, { contract, frequency, dueWorkingDays, change }, around));
  }
  return events;
}

function statedIn(row: ContractRow, { people }: Planning): RegisterContract {
  const { reference, title, directorate, jurisdiction, regime } = row;
  return {
    ...{ reference, title, directorate, jurisdiction, regime },
    lead: row.provider,
    manager: people.id(row.manager),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    valuePence: row.value_gbp,
    frequency: row.reporting,
    dueWorkingDays: row.due_working_days,
  };
}
