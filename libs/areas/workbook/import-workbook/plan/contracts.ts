import { contractClaim, decideContractChange, decideRegisterContract, decideReportingSchedule, type RegisterContract } from '#areas/contracts/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import type { NewEvent } from '#domain/kernel/event.js';
import { restated, sameTerms } from '#domain/kernel/restated.js';
import type { ContractRow } from '../../sheets/contracts.js';
import { changedFields } from './changed-fields.js';
import type { ComparedRow } from './compared-row.js';
import { changeOrRefuse } from './given-change.js';
import type { Planning, SheetPlan } from './sheet-plan.js';

const COLUMNS = {
  lead: 'provider',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  valuePence: 'value_gbp',
  frequency: 'reporting',
  dueWorkingDays: 'due_working_days',
  periodEnds: 'reporting',
} as const;

/** A new row registers a contract with its schedule; a changed one states anew what differs: its terms, its schedule. */
export const contractsPlan: SheetPlan<ContractRow> = {
  makes: 'contract',
  names: { provider: 'provider' },
  columns: { contract: 'reference', ...COLUMNS },
  decide(compared, on) {
    const stated = statedIn(compared.row.values, on);
    const stream = contractStream(stated.reference);
    const state = on.draft.state<ContractState>(stream);
    const at = { stream, evolution: contractEvolution };
    if (compared.before) return { ...at, events: changes(compared, state, stated, on) };
    return { ...at, events: decideRegisterContract(state, stated, { today: on.around.today, isProvider: on.isProvider }), references: [contractClaim(stated.reference)] };
  },
};

function changes(compared: ComparedRow<ContractRow>, state: ContractState, stated: RegisterContract, on: Planning): NewEvent[] {
  const { because, reason } = changeOrRefuse(compared, on.given);
  const around = { today: on.around.today, isProvider: on.isProvider };
  const contract = stated.reference;
  const { frequency, dueWorkingDays, ...terms } = changedFields(compared, stated, COLUMNS);
  const events: NewEvent[] = [];
  if (!state.terms || !sameTerms(restated(state.terms, terms), state.terms)) {
    events.push(...decideContractChange(state, { ...terms, contract, because, reason }, around));
  }
  const stood = state.schedule && { frequency: state.schedule.frequency, dueWorkingDays: state.schedule.dueWorkingDays };
  const schedule = { frequency: stated.frequency, dueWorkingDays: stated.dueWorkingDays, ...stood, ...restated({}, { frequency, dueWorkingDays }) };
  if (!stood || !sameTerms(schedule, stood)) {
    const periodEnds = schedule.frequency === 'listed dates' ? [...(state.schedule?.periodEnds ?? [])] : [];
    const change = stood === null ? null : { because, reason };
    events.push(...decideReportingSchedule(state, { contract, ...schedule, periodEnds, since: null, change }, around));
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
    periodEnds: [],
    dueWorkingDays: row.due_working_days,
  };
}
