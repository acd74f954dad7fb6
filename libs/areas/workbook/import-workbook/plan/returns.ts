import { decideSubmitReturn } from '#areas/returns/index.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ReturnRow } from '../../sheets/returns.js';
import { contractInDraft } from './contract-in-draft.js';
import { changeOrRefuse } from './given-change.js';
import type { SheetPlan } from './sheet-plan.js';

/** A changed row states the return again. */
export const returnsPlan: SheetPlan<ReturnRow> = {
  names: { contract: 'contract', provider: 'provider' },
  columns: { change: 'contract' },
  decide(compared, on) {
    const { contract, provider, from, to, nil, submitted_on, submitted_by } = compared.row.values;
    const state = contractInDraft(contract, on);
    const change = compared.before ? changeOrRefuse(compared, on.given) : null;
    const submitted = { submittedOn: submitted_on, submittedBy: on.people.id(submitted_by) };
    const command = { provider, from, to, nil, ...submitted, deliveries: [], shortfalls: [], statements: false, change };
    const events = decideSubmitReturn(state, contract, command, { today: on.around.today, unusualFigures: 'pass', partsOfPeriods: 'pass' });
    return { stream: contractStream(contract), evolution: contractEvolution, events };
  },
};
