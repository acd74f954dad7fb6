import { decideReview } from '#areas/delivery/index.js';
import { findReport } from '#domain/contract/chain.js';
import { contractEvolution, contractStream } from '#domain/contract/contract.js';
import type { ContractState } from '#domain/contract/state.js';
import { refuse } from '#domain/kernel/refusal.js';
import { factorsOf } from '../../sheets/factor-columns.js';
import type { ReviewRow } from '../../sheets/reviews.js';
import { factorFields } from './changed-factors.js';
import { withSigns } from './signs.js';
import type { SheetPlan } from './sheet-plan.js';

/** A review is of the latest statement of a delivery's row. A changed row is a further decision. */
export const reviewsPlan: SheetPlan<ReviewRow> = {
  names: { delivery: 'delivery report' },
  columns: { report: 'delivery', ...factorFields },
  decide({ row, before }, on) {
    const { values } = row;
    const report = on.standsAs(values.delivery);
    const contract = on.whereabouts.ofDelivery(values.delivery);
    const state = contract === undefined ? undefined : on.draft.state<ContractState>(contractStream(contract));
    const found = state && findReport(state, report);
    if (!state || !found) {
      return refuse('delivery', values.delivery, 'must be a delivery report of this authority', 'Look the reference up, or add the report to the sheet deliveries.');
    }
    if (before && values.reason === null) {
      refuse('reason', '', 'must be filled where a row says something else than when it was last imported', 'Say why the decision differs.');
    }
    const { decision, quantity, method, reason } = values;
    const command = {
      ...{ report, decision, quantity, method, reason },
      reviewedOn: values.reviewed_on,
      reviewedBy: on.people.id(values.reviewed_by),
      factors: factorsOf(values),
    };
    const events = withSigns(row, found.commitment.terms.measure, ['quantity'], () => decideReview(state, command, on.around));
    return { stream: contractStream(contract!), evolution: contractEvolution, events };
  },
};
